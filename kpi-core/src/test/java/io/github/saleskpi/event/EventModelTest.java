package io.github.saleskpi.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Defaults, canonical forms and the rules of single components; what all types share is in {@code EventTypesTest}. */
class EventModelTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Header HEADER = Header.of("e1", NOON);

    // Defaults

    @Test
    void aHeaderIsExactRecordedAtOnceAndByNobodyKnown() {
        assertThat(HEADER.precision()).isEqualTo(Header.Precision.EXACT);
        assertThat(HEADER.recordedAt()).isEqualTo(NOON);
        assertThat(HEADER.actor()).isEqualTo(new Actor(Actor.Kind.UNKNOWN, null));
        assertThat(HEADER.channel()).isNull();
        assertThat(HEADER.attributes()).isEmpty();
    }

    @Test
    void anActingRepIsHumanUnlessSaidOtherwise() {
        assertThat(HEADER.withRep("r1").actor()).isEqualTo(new Actor(Actor.Kind.HUMAN, "r1"));
        assertThat(Actor.rep("r1").isHuman()).isTrue();
        for (Actor.Kind kind : Actor.Kind.values()) {
            assertThat(Actor.of(kind).isHuman()).isEqualTo(kind == Actor.Kind.HUMAN);
            assertThat(Actor.of(kind).repId()).isNull();
        }
    }

    @Test
    void theChannelHasADefaultByType() {
        assertThat(CallEnded.of(HEADER, "c", CallDirection.INBOUND).header().channel())
                .isEqualTo("phone");
        assertThat(MessageSent.of(HEADER, "m").header().channel()).isEqualTo("email");
        assertThat(MessageReceived.of(HEADER, "m").header().channel()).isEqualTo("email");
        assertThat(MeetingHeld.of(HEADER, "m", MeetingHeld.Kind.MEETING)
                        .header()
                        .channel())
                .isEqualTo("meeting");
        assertThat(SocialActivity.of(HEADER, "LinkedIn", SocialActivity.Kind.POST)
                        .header()
                        .channel())
                .isEqualTo("linkedin");
        assertThat(RequestReceived.of(HEADER, "q").header().channel()).isNull();
        assertThat(OpportunityOpened.of(HEADER, "o").header().channel()).isNull();
    }

    @Test
    void aChannelThatIsSaidStandsInLowerCase() {
        Header chat = HEADER.withChannel("ChaT");
        assertThat(chat.channel()).isEqualTo("chat");
        assertThat(MessageSent.of(chat, "m").header().channel()).isEqualTo("chat");
        assertThat(CallEnded.of(chat, "c", CallDirection.INBOUND).header().channel())
                .isEqualTo("chat");
        assertThat(HEADER.withChannel("TITLE").channel()).isEqualTo("title");
        assertThat(chat.withChannel(null).channel()).isNull();
    }

    @Test
    void aMessageIsVisibleWithoutLinksOrMaterialsAndAFollowUpIfItNamesAStory() {
        MessageSent message = MessageSent.of(HEADER, "m");
        assertThat(message.visible()).isTrue();
        assertThat(message.links()).isEmpty();
        assertThat(message.assetIds()).isEmpty();
        assertThat(message.followUp()).isFalse();
        assertThat(message.withPersonId("p").followUp()).isFalse();
        assertThat(message.withRequestId("q").followUp()).isTrue();
        assertThat(message.withOpportunityId("o").followUp()).isTrue();
        assertThat(message.withRequestId("q").withFollowUp(false).followUp()).isFalse();
        assertThat(message.withFollowUp(true).followUp()).isTrue();
    }

    @Test
    void theOtherDefaultsAreThoseOfTheWireFormat() {
        assertThat(Link.content("l")).isEqualTo(new Link("l", Link.Kind.CONTENT));
        assertThat(MessageReceived.of(HEADER, "m").autoReply()).isFalse();
        assertThat(CallEnded.of(HEADER, "c", CallDirection.INBOUND).outcome()).isEqualTo(CallOutcome.UNKNOWN);
        assertThat(LinkClicked.of(HEADER, "m", "l").verdict()).isEqualTo(LinkClicked.Verdict.UNKNOWN);
        assertThat(SocialActivity.of(HEADER, "x", SocialActivity.Kind.POST).count())
                .isEqualTo(1);
    }

    @Test
    void theWordsAreThoseOfTheWireFormat() {
        assertThat(CallOutcome.values())
                .extracting(CallOutcome::toString)
                .containsExactly(
                        "failed",
                        "wrongNumber",
                        "busy",
                        "noAnswer",
                        "voicemail",
                        "answered",
                        "reached",
                        "conversation",
                        "meetingSet",
                        "unknown");
        assertThat(RequestClosed.Reason.values())
                .extracting(RequestClosed.Reason::toString)
                .containsExactly("noAnswerNeeded", "withdrawn");
        assertThat(LinkClicked.Verdict.SUSPECTED_BOT).hasToString("suspectedBot");
    }

    @Test
    void eachRungOfAnOutcomeIncludesThoseBelowAndUnknownNone() {
        assertThat(CallOutcome.MEETING_SET.atLeast(CallOutcome.ANSWERED)).isTrue();
        assertThat(CallOutcome.ANSWERED.atLeast(CallOutcome.ANSWERED)).isTrue();
        assertThat(CallOutcome.ANSWERED.atLeast(CallOutcome.REACHED)).isFalse();
        assertThat(CallOutcome.VOICEMAIL.atLeast(CallOutcome.ANSWERED)).isFalse();
        for (CallOutcome rung : CallOutcome.values()) {
            assertThat(CallOutcome.UNKNOWN.atLeast(rung)).isFalse();
        }
    }

    // Canonical forms

    private static OpportunityOpened worth(String amount) {
        return OpportunityOpened.of(HEADER, "o").withAmount(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)));
    }

    private static CustomEvent quantity(String quantity) {
        return CustomEvent.of(HEADER, "n").withQuantity(new BigDecimal(quantity));
    }

    @ParameterizedTest
    @CsvSource({"1200.50, 1200.5", "1200, 1200.000", "0, 0.00", "-3.10, -3.1", "0.0, -0"})
    void equalNumbersMakeEqualEvents(String one, String other) {
        assertThat(worth(one)).isEqualTo(worth(other)).hasSameHashCodeAs(worth(other));
        assertThat(quantity(one)).isEqualTo(quantity(other)).hasSameHashCodeAs(quantity(other));
        assertThat(worth(one).components()).isEqualTo(worth(other).components());
    }

    @Test
    void theScaleOfANumberIsNoPartOfIt() {
        assertThat(quantity("1E+3")).isEqualTo(quantity("1000"));
        assertThat(quantity("1E+3").quantity()).isEqualTo(new BigDecimal("1000"));
    }

    @Test
    void attributesAreSortedAndCannotBeChangedFromOutside() {
        Map<String, String> given = new TreeMap<>(Map.of("b", "2"));
        Header header = new Header("e", NOON, Header.Precision.EXACT, NOON, Actor.UNKNOWN, null, new TreeMap<>(given));
        given.put("c", "3");
        assertThat(header.withAttribute("a", "1").attributes())
                .containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
        assertThat(header.attributes()).containsExactly(Map.entry("b", "2"));
        assertThatThrownBy(() -> header.attributes().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(header.withAttribute("b", "9").attributes()).containsExactly(Map.entry("b", "9"));
    }

    // Rules

    @Test
    void aChangeOfOwnerNamesExactlyOneStory() {
        assertThatThrownBy(() -> new OwnerChanged(HEADER, null, null, "r1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("requestId and opportunityId (null, null): exactly one must be given."
                        + " Maybe send two events.");
        assertThatThrownBy(() -> new OwnerChanged(HEADER, "q1", "o1", "r1"))
                .hasMessage("requestId and opportunityId (q1, o1): exactly one must be given. Maybe send two events.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void somethingSocialWasDoneAtLeastOnce(int count) {
        assertThatThrownBy(() ->
                        SocialActivity.of(HEADER, "x", SocialActivity.Kind.POST).withCount(count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count (" + count + "): must be at least 1. Maybe retract the event instead.");
    }

    @Test
    void aCallLastsNoLessThanNothing() {
        CallEnded call = CallEnded.of(HEADER, "c", CallDirection.INBOUND);
        assertThat(call.withDuration(Duration.ZERO).duration()).isZero();
        assertThatThrownBy(() -> call.withDuration(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duration (PT-0.000000001S): must not be negative. Maybe start and end are swapped.");
    }

    @Test
    void aCallBeginsInTheYearsThatAreKnown() {
        CallEnded call = CallEnded.of(HEADER, "c", CallDirection.INBOUND);
        Duration longest = Duration.between(Instant.parse("1678-01-01T00:00:00Z"), NOON);
        assertThat(call.withDuration(longest).duration()).isEqualTo(longest);
        assertThatThrownBy(() -> call.withDuration(longest.plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duration (" + longest.plusNanos(1)
                        + "): the call must begin in the year 1678 or later. Maybe the unit is off.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1677-12-31T23:59:59.999999999Z", "2262-01-01T00:00:00Z"})
    void momentsLieInTheYearsThatAreKnown(String text) {
        Instant instant = Instant.parse(text);
        assertThatThrownBy(() -> Header.of("e", instant))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("occurredAt (" + text
                        + "): must lie in the years 1678 to 2261. Maybe the unit of a timestamp is off.");
        assertThatThrownBy(() -> HEADER.withRecordedAt(instant))
                .hasMessage("recordedAt (" + text
                        + "): must lie in the years 1678 to 2261. Maybe the unit of a timestamp is off.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1678-01-01T00:00:00Z", "2261-12-31T23:59:59.999999999Z"})
    void theFirstAndTheLastOfTheseYearsAreKnown(String text) {
        assertThat(Header.of("e", Instant.parse(text)).occurredAt()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567890123456789012345678",
                "12345678901234567890.123456789012345678",
                "0.000000000000000001",
                "1E+18"
            })
    void numbersHaveUpToThirtyEightDigitsAndAScaleOfEighteenEitherWay(String number) {
        assertThat(quantity(number).quantity()).isEqualByComparingTo(number);
        assertThat(worth(number).amount().getAmount()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"123456789012345678901234567890123456789", "0.0000000000000000001", "0.1000000000000000000"})
    void longerNumbersAreRejectedAsWritten(String number) {
        String rule = " (" + new BigDecimal(number)
                + "): must have at most 38 digits and a scale of -18 to 18. Maybe round it.";
        assertThatThrownBy(() -> quantity(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantity" + rule);
        assertThatThrownBy(() -> worth(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount" + rule);
        BigMoney money = BigMoney.of(CurrencyUnit.EUR, new BigDecimal(number));
        assertThatThrownBy(() -> PaymentReceived.of(HEADER, "p", money)).hasMessage("amount" + rule);
    }

    @Test
    void aScaleBelowMinusEighteenIsRejected() {
        assertThatThrownBy(() -> quantity("1E+19"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantity (1E+19): must have at most 38 digits and a scale of -18 to 18. Maybe round it.");
    }

    @Test
    void theGreatestQuantitySurvivesAFurtherStep() {
        String greatest = "99999999999999999999999999999999999999E+18";
        assertThat(quantity(greatest).withSubjectId("s").quantity()).isEqualByComparingTo(greatest);
    }

    @Test
    void theGreatestAmountIsAccepted() {
        String greatest = "99999999999999999999999999999999999999E+18";
        assertThat(worth(greatest).withPersonId("p").amount().getAmount()).isEqualByComparingTo(greatest);
    }

    @Test
    void aNegativePaymentIsARefund() {
        assertThat(PaymentReceived.of(HEADER, "p", BigMoney.parse("EUR -5")).amount())
                .isEqualTo(BigMoney.parse("EUR -5"));
    }

    @Test
    void linksAndMaterialsAreNamed() {
        assertThatThrownBy(() -> Link.content(""))
                .hasMessage("linkId (): must not be empty. Maybe the source has no value; leave the event out.");
        assertThatThrownBy(() -> MessageSent.of(HEADER, "m").withAssetIds(List.of("a", "")))
                .hasMessage("assetIds (): must not be empty. Maybe the source has no value; leave the event out.");
        assertThatThrownBy(() -> Actor.rep("")).hasMessage("repId (): must not be empty. Maybe leave it out.");
        assertThatThrownBy(() -> Header.of("", NOON))
                .hasMessage("id (): must not be empty. Maybe the source has no value; leave the event out.");
        assertThatThrownBy(() -> HEADER.withChannel(""))
                .hasMessage("channel (): must not be empty. Maybe leave it out.");
    }

    @Test
    void aTypeOfOnesOwnHasItsDetailsAmongItsComponents() {
        record Visit(Header header, String place) implements CustomSalesEvent {
            @Override
            public String type() {
                return "visit";
            }

            @Override
            public Map<String, Object> details() {
                return Map.of("place", place);
            }
        }
        assertThat(new Visit(HEADER, "office").components())
                .containsEntry("place", "office")
                .containsEntry("id", "e1");
    }
}
