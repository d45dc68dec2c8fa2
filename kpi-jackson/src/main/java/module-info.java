/** Reading and writing of sales events and reference data as JSON, with Jackson. */
module io.github.saleskpi.jackson {
    requires transitive io.github.saleskpi.core;
    requires static tools.jackson.core;

    exports io.github.saleskpi.jackson;

    uses io.github.saleskpi.jackson.CustomEventType.Source;
}
