package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.SOCIAL_USE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.WorkingCalendar;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 5 of the definitions without an organization. The week from Monday, 2 March 2026, seen from its Sunday. */
class SocialUseTest {
    private static final String PRIMARY = SOCIAL_USE.primary().name();

    /** The week has five working days. */
    private static History week(String... lines) {
        return new History(lines).from("03-02").asOf("03-08 12:00");
    }

    private static History with(WorkingCalendar calendar, String... lines) {
        return week(lines).asking(q -> q.workingCalendar(calendar));
    }

    @Test
    void itIsARatioOfWhichMoreIsBetterAndHasNoInterval() {
        assertThat(SOCIAL_USE.id()).hasToString("social-use@1");
        assertThat(SOCIAL_USE.primary().unit()).isEqualTo(Unit.RATIO);
        assertThat(SOCIAL_USE.primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        KpiValue value = week("03-02 09:00 r1 on linkedin POST").value(SOCIAL_USE);
        assertThat(value)
                .isInstanceOfSatisfying(
                        KpiValue.Defined.class,
                        defined -> assertThat(defined.bounds()).isNull());
        assertThat(value.sample()).isEqualTo(5);
    }

    @Test
    void itsCompanionsAreTheNamedOnesAndNoOthers() {
        assertThat(SOCIAL_USE.companions())
                .extracting(Figure::name)
                .containsExactlyInAnyOrder(
                        "activities",
                        "activities/post",
                        "activities/comment",
                        "activities/share",
                        "activities/message",
                        "activities/connection",
                        "activities/reaction",
                        "networks",
                        "social-opportunities",
                        "social-revenue");
    }

    // What is an active day

    @ParameterizedTest
    @EnumSource(value = SocialActivity.Kind.class, names = "REACTION", mode = EnumSource.Mode.EXCLUDE)
    void anyKindButAReactionMakesADayActive(SocialActivity.Kind kind) {
        assertThat(week("03-02 09:00 r1 on linkedin " + kind.name()).says(SOCIAL_USE))
                .isEqualTo("1/5");
    }

    @Test
    void aReactionFindsTheRepButDoesNotMakeTheDayActive() {
        History history = week("03-02 09:00 r1 on linkedin REACTION");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("0/5");
        assertThat(history.leftOut(SOCIAL_USE)).isEqualTo(Map.of("reaction", 1L));
    }

    @Test
    void aDayIsActiveOnceHoweverMuchIsDoneOnIt() {
        assertThat(week(
                                "03-02 09:00 r1 on linkedin POST times=9",
                                "03-02 10:00 r1 on x COMMENT",
                                "03-03 10:00 r1 on x SHARE")
                        .says(SOCIAL_USE))
                .isEqualTo("2/5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"automation:r1", "bot", "import:r1", "unknown:r1", "-"})
    void whatNoHumanDidFindsNoRepAndIsLeftOut(String actor) {
        History history = week("03-02 09:00 " + actor + " on linkedin POST");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("NO_DATA");
        assertThat(history.leftOut(SOCIAL_USE)).isEqualTo(Map.of("not-human", 1L));
    }

    @Test
    void aReactionOfNoHumanIsLeftOutAsNotHuman() {
        assertThat(week("03-07 09:00 bot on linkedin REACTION").leftOut(SOCIAL_USE))
                .isEqualTo(Map.of("not-human", 1L));
    }

    @Test
    void aReactionOnAFreeDayIsLeftOutAsAReaction() {
        assertThat(week("03-07 09:00 r1 on linkedin REACTION").leftOut(SOCIAL_USE))
                .isEqualTo(Map.of("reaction", 1L));
    }

    @Test
    void withoutActivityThereIsNoData() {
        assertThat(week("03-02 09:00 r1 opens o1").says(SOCIAL_USE)).isEqualTo("NO_DATA");
    }

    // The reps, without an organization

    @Test
    void theRepsAreThoseWithActivityAndTheirDaysAreSummed() {
        History history = week("03-02 09:00 r1 on linkedin POST", "03-02 09:00 r2 on linkedin REACTION");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("1/10");
        assertThat(history.byRep(SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("r1", "1/5", "r2", "0/5"));
    }

    @Test
    void theSameDayOfTwoRepsIsTwoActiveDays() {
        assertThat(week("03-02 09:00 r1 on linkedin POST", "03-02 09:00 r2 on linkedin POST")
                        .says(SOCIAL_USE))
                .isEqualTo("2/10");
    }

    @Test
    void nobodyCountsAsOneRep() {
        History history = week(
                "03-02 09:00 human on linkedin POST",
                "03-03 09:00 human on linkedin POST",
                "03-03 09:00 r1 on linkedin POST");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("3/10");
        assertThat(history.byRep(SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("-", "2/5", "r1", "1/5"));
    }

    @Test
    void aRepCountsOnlyInPeriodsWithActivity() {
        History history = new History("03-02 09:00 r1 on linkedin POST", "04-01 09:00 r2 on linkedin REACTION")
                .asOf("06-01 00:00");
        assertThat(history.byMonth(SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("2026-03", "1/22", "2026-04", "0/22"));
        assertThat(history.inMonth(SOCIAL_USE, PRIMARY, 5)).isEqualTo("NO_DATA");
    }

    @Test
    void mergedRepsAreOneAndTheirSameDayIsOneDay() {
        History history = week(
                "03-02 09:00 r1 on linkedin POST", "03-02 09:00 r2 on linkedin POST", "03-02 10:00 - merges r1 r2");
        assertThat(history.byRep(SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("r2", "1/5"));
        assertThat(history.says(SOCIAL_USE)).isEqualTo("1/5");
    }

    @Test
    void theCompanyIsNotTheSumOfRows() {
        History history = week("03-02 09:00 r1 on linkedin POST", "03-02 10:00 r1 on x POST");
        assertThat(history.by(Dimension.CHANNEL, SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("linkedin", "1/5", "x", "1/5"));
        assertThat(history.says(SOCIAL_USE)).isEqualTo("1/5");
    }

    // Which days are working days

    @ParameterizedTest(name = "seen from {0} there were {1}")
    @CsvSource({
        "03-02 09:00, 1",
        "03-02 23:59:59, 1",
        "03-03 00:00, 2",
        "03-05 00:00, 4",
        "03-06 00:00, 5",
        "03-07 12:00, 5",
        "03-08 23:59, 5",
        "03-09 00:00, 6",
        "03-31 00:00, 22",
        "04-15 00:00, 22",
    })
    void workingDaysAreThoseUpToAndWithTheDateOfTheLook(String asOf, String days) {
        History history = new History("03-02 09:00 r1 on linkedin POST").asOf(asOf);
        assertThat(history.inMonth(SOCIAL_USE, PRIMARY, 3)).isEqualTo("1/" + days);
    }

    @Test
    void theDateOfTheLookIsOfTheReportsZone() {
        History history = week("03-02 09:00 r1 on linkedin POST").asOf("03-05 18:14:59.999999999");
        assertThat(history.in("Asia/Kathmandu").says(SOCIAL_USE)).isEqualTo("1/4");
        assertThat(history.asOf("03-05 18:15").says(SOCIAL_USE)).isEqualTo("1/5");
    }

    @Test
    void theDateOfAnActivityIsOfTheReportsZone() {
        String friday = "03-06 18:14:59 r1 on linkedin POST";
        String saturday = "03-06 18:15 r1 on linkedin POST";
        assertThat(week(friday).in("Asia/Kathmandu").says(SOCIAL_USE)).isEqualTo("1/5");
        assertThat(week(saturday).in("Asia/Kathmandu").says(SOCIAL_USE)).isEqualTo("0/5");
    }

    @Test
    void anActivityKnownOnlyByItsDateIsOnThatDateInEveryZone() {
        assertThat(week("03-06 r1 on linkedin POST")
                        .asOf("03-07 12:00")
                        .in("Pacific/Kiritimati")
                        .says(SOCIAL_USE))
                .isEqualTo("1/5");
    }

    @Test
    void activityAtTheWeekendFindsTheRepButIsLeftOut() {
        History history = week("03-07 09:00 r1 on linkedin POST");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("0/5");
        assertThat(history.leftOut(SOCIAL_USE)).isEqualTo(Map.of("not-a-working-day", 1L));
    }

    @Test
    void aCalendarSaysWhichDaysAreWorkingDays() {
        WorkingCalendar weekend = WorkingCalendar.closed(ZoneOffset.UTC)
                .withWindows(DayOfWeek.SATURDAY, "09:00-12:00")
                .withWindows(DayOfWeek.SUNDAY, "09:00-12:00");
        String[] lines = {"03-06 09:00 r1 on linkedin POST", "03-07 22:00 r1 on linkedin POST"};
        assertThat(with(weekend, lines).says(SOCIAL_USE)).isEqualTo("1/2");
        assertThat(with(weekend, lines).leftOut(SOCIAL_USE)).isEqualTo(Map.of("not-a-working-day", 1L));
    }

    @Test
    void aHolidayIsNoWorkingDayAndAnExceptionalDayMayBeOne() {
        WorkingCalendar office = WorkingCalendar.mondayToFriday(ZoneOffset.UTC)
                .withHolidays(List.of(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4)))
                .withException(LocalDate.of(2026, 3, 7), "09:00-10:00");
        assertThat(with(office, "03-03 09:00 r1 on linkedin POST").says(SOCIAL_USE))
                .isEqualTo("0/4");
        assertThat(with(office, "03-07 15:00 r1 on linkedin POST").says(SOCIAL_USE))
                .isEqualTo("1/4");
    }

    @Test
    void datesAreOfTheReportsZoneAlsoIfTheCalendarHasAnother() {
        WorkingCalendar office = WorkingCalendar.mondayToFriday(ZoneId.of("Asia/Kathmandu"));
        assertThat(with(office, "03-06 20:00 r1 on linkedin POST").says(SOCIAL_USE))
                .isEqualTo("1/5");
    }

    @Test
    void withoutAnyWorkingDayThereIsNoData() {
        WorkingCalendar never = WorkingCalendar.closed(ZoneOffset.UTC);
        assertThat(with(never, "03-03 09:00 r1 on linkedin POST").says(SOCIAL_USE))
                .isEqualTo("NO_DATA");
    }

    // Companions

    @Test
    void activitiesAreTheSumOfCountsOfEveryKindAndDay() {
        History history = week(
                "03-02 09:00 r1 on linkedin POST times=3",
                "03-02 09:00 r1 on linkedin REACTION times=4",
                "03-07 09:00 human on x SHARE");
        assertThat(history.says(SOCIAL_USE, "activities")).isEqualTo("8");
        assertThat(history.byRep(SOCIAL_USE, "activities")).isEqualTo(Map.of("-", "1", "r1", "7"));
    }

    @ParameterizedTest
    @EnumSource(SocialActivity.Kind.class)
    void eachKindHasItsActivities(SocialActivity.Kind kind) {
        History history = week("03-02 09:00 r1 on linkedin " + kind.name() + " times=3");
        for (SocialActivity.Kind each : SocialActivity.Kind.values()) {
            String figure = "activities/" + each.name().toLowerCase(Locale.ROOT);
            assertThat(history.says(SOCIAL_USE, figure)).as(figure).isEqualTo(each == kind ? "3" : "0");
        }
    }

    @Test
    void activitiesAndNetworksOfNoHumanAreNotCounted() {
        History history = week("03-02 09:00 automation:r1 on linkedin POST times=3");
        assertThat(history.says(SOCIAL_USE, "activities")).isEqualTo("0");
        assertThat(history.says(SOCIAL_USE, "activities/post")).isEqualTo("0");
        assertThat(history.says(SOCIAL_USE, "networks")).isEqualTo("0");
    }

    @Test
    void networksAreDistinct() {
        History history = week(
                "03-02 09:00 r1 on linkedin POST",
                "03-03 09:00 r1 on linkedin POST",
                "03-03 09:00 r1 on x REACTION",
                "03-03 09:00 r2 on linkedin POST");
        assertThat(history.says(SOCIAL_USE, "networks")).isEqualTo("2");
        assertThat(history.byRep(SOCIAL_USE, "networks")).isEqualTo(Map.of("r1", "2", "r2", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linkedin",
                "facebook",
                "instagram",
                "x",
                "twitter",
                "xing",
                "vk",
                "telegram",
                "tiktok",
                "youtube"
            })
    void openingsFromTheseNetworksAreSocialOpportunities(String network) {
        History history = week("03-02 09:00 r1 opens o1 channel=" + network);
        assertThat(history.says(SOCIAL_USE, "social-opportunities")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "phone", "mastodon", "linked", "linkedin2"})
    void openingsFromElsewhereAreNot(String channel) {
        History history = week("03-02 09:00 r1 opens o1 channel=" + channel, "03-02 09:01 r1 opens o2");
        assertThat(history.says(SOCIAL_USE, "social-opportunities")).isEqualTo("0");
    }

    @Test
    void theSetOfNetworksCanBeAnother() {
        Indicator own = Indicators.socialUse(Set.of("mastodon"));
        History history = week(
                "03-02 09:00 r1 opens o1 channel=mastodon amount=EUR_70",
                "03-02 09:00 r1 opens o2 channel=linkedin amount=EUR_9",
                "03-03 09:00 r1 wins o1",
                "03-03 09:00 r1 wins o2");
        assertThat(history.says(own, "social-opportunities")).isEqualTo("1");
        assertThat(history.says(own, "social-revenue")).isEqualTo("70 EUR");
        assertThat(week("03-02 09:00 r1 on linkedin POST").says(own, "networks"))
                .isEqualTo("1");
    }

    @Test
    void socialOpportunitiesAreOfTheOpeningsOwnerAndPeriodAndNotInvalid() {
        History history = new History(
                        "03-02 09:00 r1 opens o1 channel=linkedin owner=r2",
                        "03-02 09:00 r1 opens o2 channel=linkedin",
                        "04-02 09:00 - assigns o1 to=r3",
                        "04-03 09:00 r3 wins o1",
                        "04-03 09:00 r1 voids o2")
                .asOf("05-01 00:00");
        assertThat(history.byRep(SOCIAL_USE, "social-opportunities"))
                .containsEntry("r2", "1")
                .doesNotContainEntry("r1", "1");
        assertThat(history.inMonth(SOCIAL_USE, "social-opportunities", 3)).isEqualTo("1");
        assertThat(history.inMonth(SOCIAL_USE, "social-opportunities", 4)).isEqualTo("0");
    }

    @Test
    void socialRevenueIsOfTheOwnerAtTheCloseAndOfItsPeriodWhateverTheChannelOfTheMoves() {
        History history = new History(
                        "03-02 09:00 r1 opens o1 channel=linkedin amount=EUR_50",
                        "03-02 09:00 r1 opens o2 channel=web amount=EUR_7",
                        "03-20 09:00 - assigns o1 to=r3",
                        "04-03 09:00 r1 wins o1 amount=EUR_80 channel=phone",
                        "04-03 09:00 r1 wins o2 channel=linkedin")
                .asOf("05-01 00:00");
        assertThat(history.says(SOCIAL_USE, "social-revenue")).isEqualTo("80 EUR");
        assertThat(history.byRep(SOCIAL_USE, "social-revenue")).containsEntry("r3", "80 EUR");
        assertThat(history.inMonth(SOCIAL_USE, "social-revenue", 3)).isEqualTo("NO_DATA");
        assertThat(history.inMonth(SOCIAL_USE, "social-revenue", 4)).isEqualTo("80 EUR");
    }

    @Test
    void whatIsLostOrOpenBringsNoSocialRevenue() {
        History history = week(
                "03-02 09:00 r1 opens o1 channel=linkedin amount=EUR_50",
                "03-02 09:00 r1 opens o2 channel=linkedin amount=EUR_7",
                "03-03 09:00 r1 loses o1");
        assertThat(history.says(SOCIAL_USE, "social-revenue")).isEqualTo("NO_DATA");
        assertThat(history.says(SOCIAL_USE, "social-opportunities")).isEqualTo("2");
    }

    @Test
    void anOpeningIsNoActivity() {
        assertThat(week("03-02 09:00 r1 opens o1 channel=linkedin").says(SOCIAL_USE, "networks"))
                .isEqualTo("0");
    }
}
