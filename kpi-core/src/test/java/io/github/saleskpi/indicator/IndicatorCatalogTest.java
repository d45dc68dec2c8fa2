package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.indicator.IndicatorCatalog.Companion;
import io.github.saleskpi.indicator.IndicatorCatalog.Definition;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorCatalogTest {
    /** They have all the rules that drafts have by themselves. */
    private static final List<Indicator> DRAFTS = List.of(
            Indicator.sum("guests").quantities("demo").build(),
            Indicator.count("meetings")
                    .of(MeetingHeld.class)
                    .oncePer(Subject.PERSON)
                    .build(),
            Indicator.perStory("first-meeting", Subject.PERSON)
                    .from(MessageReceived.class)
                    .to(MeetingHeld.class)
                    .build());

    private static final Locale BULGARIAN = Locale.forLanguageTag("bg");
    private static final Pattern CYRILLIC = Pattern.compile("[\\u0400-\\u04FF]");
    private static final List<Indicator> ALL = Stream.concat(
                    Indicators.all().stream(), Stream.of(Indicators.tasks("demo"), Indicators.winRateWithStale(7)))
            .toList();

    /** Of a vendor. */
    private static final class DemoRate implements Indicator {
        @Override
        public IndicatorId id() {
            return IndicatorId.of("demo-rate", 3);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return List.of();
        }

        @Override
        public List<Figure> figures() {
            return List.of(
                    new Figure(
                            "demo-rate",
                            Unit.RATIO,
                            Direction.HIGHER_IS_BETTER,
                            "demos / calls",
                            t -> KpiValue.count(1)),
                    new Figure("given-demos", Unit.COUNT, Direction.HIGHER_IS_BETTER, "demos", t -> KpiValue.count(1)));
        }

        @Override
        public List<Rule> rules() {
            return List.of(new Rule("too-short", "less than a minute"));
        }
    }

    @Test
    void everyDefinitionCompanionAndRuleHasABulgarianText() {
        for (Definition definition : IndicatorCatalog.of(ALL, BULGARIAN).definitions()) {
            assertThat(definition.name()).as("%s", definition.id()).containsPattern(CYRILLIC);
            assertThat(definition.description()).as("%s", definition.id()).containsPattern(CYRILLIC);
            for (Companion companion : definition.companions()) {
                assertThat(companion.name())
                        .as("%s %s", definition.id(), companion.id())
                        .containsPattern(CYRILLIC);
                assertThat(companion.description())
                        .as("%s %s", definition.id(), companion.id())
                        .containsPattern(CYRILLIC);
            }
            for (Rule rule : definition.rules()) {
                assertThat(rule.text()).as("%s %s", definition.id(), rule).containsPattern(CYRILLIC);
            }
        }
    }

    @Test
    void theEnglishTextsAreInEnglishAndComplete() {
        for (Definition definition : IndicatorCatalog.of(ALL, Locale.ENGLISH).definitions()) {
            assertThat(texts(definition))
                    .as("%s", definition.id())
                    .allSatisfy(text -> assertThat(text)
                            .isNotBlank()
                            .doesNotContainPattern(CYRILLIC)
                            .doesNotContain("{0}", "*"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "bg"})
    void noTextIsLeftOver(String language) throws IOException {
        List<Indicator> all = new ArrayList<>(ALL);
        all.addAll(DRAFTS);
        List<String> shown = IndicatorCatalog.of(all, Locale.forLanguageTag(language)).definitions().stream()
                .flatMap(definition -> texts(definition).stream())
                .toList();
        Properties texts = new Properties();
        texts.load(new InputStreamReader(
                Objects.requireNonNull(Indicators.class.getResourceAsStream("catalog_" + language + ".properties")),
                StandardCharsets.UTF_8));
        assertThat(texts).isNotEmpty();
        assertThat(texts.stringPropertyNames()).allSatisfy(key -> {
            String[] around = texts.getProperty(key).split("\\{0}", -1);
            assertThat(shown)
                    .as(key)
                    .anyMatch(text -> text.startsWith(around[0]) && text.endsWith(around[around.length - 1]));
        });
    }

    @Test
    void aVariantHasTheCompanionsOfItsBaseUnderTheSameNames() {
        assertThat(companion("win-rate/first-close", "won", BULGARIAN).name()).isEqualTo("Спечелени сделки");
        assertThat(companion("win-rate/with-stale(7)", "won-amount", Locale.ENGLISH)
                        .name())
                .isEqualTo("Amount won");
    }

    @Test
    void whatDiffersByANumberOrKindIsNamedByIt() {
        assertThat(companion("follow-ups", "wins-by-contact/13+", BULGARIAN).name())
                .isEqualTo("Спечелени при контакт 13+");
        assertThat(definition(Indicators.tasks("demo"), BULGARIAN).name()).isEqualTo("Задачи: demo");
        assertThat(definition(Indicators.winRateWithStale(7), Locale.ENGLISH).name())
                .isEqualTo("Win rate, lost after 7 days");
    }

    @Test
    void aCompanionThatStandsForItselfKeepsItsName() {
        Definition won = definition(Indicators.named("win-rate:won"), BULGARIAN);
        assertThat(won.id()).hasToString("win-rate:won@1");
        assertThat(won.name()).isEqualTo("Спечелени сделки");
        assertThat(won.description()).isEqualTo("Спечелени сделки");
    }

    @Test
    void whatNoTextNamesIsCalledByItsId() {
        Definition demo = definition(new DemoRate(), BULGARIAN);
        assertThat(demo.name()).isEqualTo("Demo rate");
        assertThat(demo.description()).isEqualTo("demos / calls");
        assertThat(demo.companions().get(0).name()).isEqualTo("Given demos");
        assertThat(demo.rules().get(0).text()).isEqualTo("less than a minute");
    }

    @Test
    void textsOfOnesOwnGoBeforeThoseOfTheLibrary() {
        Map<String, String> own = Map.of(
                "demo-rate", "Дял демонстрации",
                "demo-rate.about", "демонстрации / обаждания",
                "demo-rate.given-demos", "Демонстрации",
                "rule.too-short", "под минута",
                "win-rate", "Успеваемост");
        List<Definition> definitions = IndicatorCatalog.of(List.of(new DemoRate(), Indicators.WIN_RATE), BULGARIAN, own)
                .definitions();
        assertThat(definitions.get(0).name()).isEqualTo("Дял демонстрации");
        assertThat(definitions.get(0).description()).isEqualTo("демонстрации / обаждания");
        assertThat(definitions.get(0).companions().get(0).name()).isEqualTo("Демонстрации");
        assertThat(definitions.get(0).rules().get(0).text()).isEqualTo("под минута");
        assertThat(definitions.get(1).name()).isEqualTo("Успеваемост");
    }

    @Test
    void theRulesThatDraftsHaveByThemselvesAreNamedInBulgarian() {
        assertThat(DRAFTS)
                .flatMap(draft -> definition(draft, BULGARIAN).rules())
                .extracting(Rule::name, Rule::text)
                .containsExactly(
                        tuple("no-value", "не казва това, което се пита"),
                        tuple("repeated", "не първото в своята история"),
                        tuple("no-key", "начало на история, без да се казва на коя"),
                        tuple("no-start", "от история, чието начало не е известно"),
                        tuple("day-precision", "известна е само датата на това, което пуска или спира часовника"));
    }

    @Test
    void aRuleOfOnesOwnKeepsItsTextThoughTheLibraryHasOneOfThatName() {
        Rule own = new Rule("invisible", "без копие до клиента");
        Draft messages = Indicator.count("messages")
                .of(MessageSent.class)
                .humansOnly()
                .leaveOut(own, MessageSent.class, sent -> !sent.visible());
        assertThat(definition(messages.build(), BULGARIAN).rules())
                .extracting(Rule::text)
                .containsExactly("извършено не от човек", "без копие до клиента");
        Map<String, String> texts = Map.of("rule.invisible", "скрито");
        assertThat(IndicatorCatalog.of(List.of(messages.build()), BULGARIAN, texts)
                        .definitions()
                        .get(0)
                        .rules()
                        .get(1)
                        .text())
                .isEqualTo("скрито");
    }

    @Test
    void otherLanguagesSpeakEnglish() {
        assertThat(definition(Indicators.WIN_RATE, Locale.GERMAN).name()).isEqualTo("Win rate");
    }

    @Test
    void aDefinitionIsGivenWithAllThatItDeclares() {
        Definition followUps = definition(Indicators.FOLLOW_UPS, Locale.ENGLISH);
        assertThat(followUps.id()).isEqualTo(Indicators.FOLLOW_UPS.id());
        assertThat(followUps.unit()).isEqualTo(Indicators.FOLLOW_UPS.primary().unit());
        assertThat(followUps.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(followUps.formula()).isEqualTo(Indicators.FOLLOW_UPS.formula());
        assertThat(followUps.stories()).containsExactly("opportunity");
        assertThat(followUps.rules()).isEqualTo(Indicators.FOLLOW_UPS.rules());
        assertThat(followUps.companions().stream().map(Companion::id))
                .isEqualTo(Indicators.FOLLOW_UPS.companions().stream()
                        .map(Figure::name)
                        .toList());
        assertThat(followUps.referenceFigures()).isEqualTo(Indicators.FOLLOW_UPS.referenceFigures());
        assertThat(companion("win-rate", "won", Locale.ENGLISH).accrues()).isTrue();
    }

    private static Definition definition(Indicator indicator, Locale language) {
        return IndicatorCatalog.of(List.of(indicator), language).definitions().get(0);
    }

    private static Companion companion(String indicator, String figure, Locale language) {
        return definition(Indicators.named(indicator), language).companions().stream()
                .filter(companion -> companion.id().equals(figure))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Definition definition) {
        List<String> texts = new ArrayList<>(List.of(definition.name(), definition.description()));
        definition.companions().forEach(companion -> texts.addAll(List.of(companion.name(), companion.description())));
        definition.rules().forEach(rule -> texts.add(rule.text()));
        return texts;
    }
}
