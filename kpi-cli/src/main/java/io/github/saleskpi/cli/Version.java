package io.github.saleskpi.cli;

import picocli.CommandLine.IVersionProvider;

/** Names the release that runs. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"kpi " + (version == null ? "(not packaged)" : version)};
    }
}
