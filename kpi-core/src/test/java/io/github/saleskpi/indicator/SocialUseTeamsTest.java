package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.SOCIAL_USE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Section 5 of the definitions with an organization. The week from Monday, 2 March 2026, seen from its Sunday. */
class SocialUseTeamsTest {
    private static final String PRIMARY = SOCIAL_USE.primary().name();
    private static final LocalDate JANUARY = march(1).minusMonths(2);

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }

    private static Organization.Builder teams() {
        return Organization.builder()
                .team("t1", null)
                .team("t2", "t1")
                .team("t3", null)
                .team("t4", null);
    }

    private static Organization.Builder r1() {
        return teams().member("r1", "t1", JANUARY, null);
    }

    private static History week(Organization.Builder people, String... lines) {
        Organization organization = people.build();
        return new History(lines).from("03-02").asOf("03-08 12:00").asking(q -> q.organization(organization));
    }

    @Test
    void everyMemberCountsAlsoWithoutActivity() {
        History history = week(r1().member("r2", "t1", JANUARY, null), "03-02 09:00 r1 on linkedin POST");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("1/10");
        assertThat(history.of(Dimension.REP, "r2", SOCIAL_USE, PRIMARY)).isEqualTo("0/5");
    }

    @Test
    void aMemberWithoutAnyActivityOfAnybodyIsZeroAndNotNoData() {
        History history = week(r1().member("r2", "t4", JANUARY, null), "03-02 09:00 - asks q1");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("0/10");
        assertThat(history.of(Dimension.REP, "r1", SOCIAL_USE, PRIMARY)).isEqualTo("0/5");
        assertThat(history.of(Dimension.TEAM, "t1", SOCIAL_USE, PRIMARY)).isEqualTo("0/5");
        assertThat(history.of(Dimension.REP, "r1", SOCIAL_USE, "activities")).isEqualTo("0");
    }

    @Test
    void aRowOfNoTeamHasTheDaysWithoutATeamAlsoWithoutAnyFact() {
        Organization.Builder people =
                teams().member("r1", "t1", JANUARY, march(4)).employed("r1", JANUARY, null);
        assertThat(week(people, "03-02 09:00 - asks q1").of(Dimension.TEAM, null, SOCIAL_USE, PRIMARY))
                .isEqualTo("0/3");
    }

    @Test
    void aMonthBeforeTheFirstActivityHasItsWorkingDays() {
        History history = week(r1(), "03-02 09:00 - asks q1", "05-04 09:00 r1 on linkedin POST")
                .asOf("05-31 00:00");
        assertThat(history.inMonth(SOCIAL_USE, PRIMARY, 3)).isEqualTo("0/22");
        assertThat(history.inMonth(SOCIAL_USE, PRIMARY, 4)).isEqualTo("0/22");
        assertThat(history.inMonth(SOCIAL_USE, PRIMARY, 5)).isEqualTo("1/21");
    }

    @Test
    void aTeamWithoutMembersHasNoData() {
        assertThat(week(r1(), "03-02 09:00 - asks q1").of(Dimension.TEAM, "t3", SOCIAL_USE, PRIMARY))
                .isEqualTo("NO_DATA");
    }

    @Test
    void aRepOutsideTheOrganizationHasNoWorkingDays() {
        History history = week(r1(), "03-02 09:00 r9 on linkedin POST times=2");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("0/5");
        assertThat(history.leftOut(SOCIAL_USE)).isEqualTo(Map.of("not-a-working-day", 1L));
        assertThat(history.byRep(SOCIAL_USE, PRIMARY)).containsEntry("r9", "NO_DATA");
        assertThat(history.byRep(SOCIAL_USE, "activities")).containsEntry("r9", "2");
        assertThat(history.says(SOCIAL_USE, "activities")).isEqualTo("2");
    }

    @Test
    void aRepOutsideTheOrganizationHasNoWorkingDaysAlsoWithoutAnyFact() {
        assertThat(week(r1(), "03-02 09:00 - asks q1").of(Dimension.REP, "r9", SOCIAL_USE, PRIMARY))
                .isEqualTo("NO_DATA");
    }

    @Test
    void nobodyHasNoWorkingDaysEither() {
        History history = week(r1(), "03-02 09:00 human on linkedin POST");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("0/5");
        assertThat(history.byRep(SOCIAL_USE, PRIMARY)).containsEntry("-", "NO_DATA");
        assertThat(history.leftOut(SOCIAL_USE)).isEqualTo(Map.of("not-a-working-day", 1L));
    }

    @Test
    void workingDaysBeginAndEndWithTheMembership() {
        Organization.Builder people = teams().member("r1", "t1", march(3), march(5));
        History history = week(
                people,
                "03-02 09:00 r1 on linkedin POST",
                "03-03 09:00 r1 on linkedin POST",
                "03-04 09:00 r1 on linkedin POST",
                "03-05 09:00 r1 on linkedin POST");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("2/2");
        assertThat(history.leftOut(SOCIAL_USE)).isEqualTo(Map.of("not-a-working-day", 2L));
    }

    @Test
    void onlyDaysOfEmploymentAreWorkingDays() {
        Organization.Builder people = r1().employed("r1", march(4), null);
        History history = week(people, "03-03 09:00 r1 on linkedin POST", "03-04 09:00 r1 on linkedin POST");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("1/3");
        assertThat(history.leftOut(SOCIAL_USE)).isEqualTo(Map.of("not-a-working-day", 1L));
    }

    @Test
    void theDayAfterTheLastOfEmploymentIsNoWorkingDay() {
        Organization.Builder people = r1().employed("r1", JANUARY, march(4));
        History history = week(people, "03-03 09:00 r1 on linkedin POST", "03-04 09:00 r1 on linkedin POST");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("1/2");
    }

    @Test
    void daysOfAbsenceAreNoWorkingDaysAndTheirEndIsExclusive() {
        Organization.Builder people = r1().absent("r1", march(3), march(5));
        History history = week(
                people,
                "03-03 09:00 r1 on linkedin POST",
                "03-04 09:00 r1 on linkedin POST",
                "03-05 09:00 r1 on linkedin POST");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("1/3");
        assertThat(history.leftOut(SOCIAL_USE)).isEqualTo(Map.of("not-a-working-day", 2L));
    }

    @Test
    void overlappingAbsencesAreTakenAwayOnce() {
        Organization.Builder people = r1().absent("r1", march(3), march(5)).absent("r1", march(4), march(6));
        assertThat(week(people, "03-02 09:00 r1 on linkedin POST").says(SOCIAL_USE))
                .isEqualTo("1/2");
    }

    @Test
    void aRepCountsForTheCompanyAlsoOnDaysWithoutATeam() {
        Organization.Builder people =
                teams().member("r1", "t1", JANUARY, march(4)).employed("r1", JANUARY, null);
        History history = week(people, "03-02 09:00 r1 on linkedin POST", "03-05 09:00 r1 on linkedin POST");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("2/5");
        assertThat(history.byRep(SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("r1", "2/5"));
        assertThat(history.by(Dimension.TEAM, SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("t1", "1/2", "-", "1/3"));
        assertThat(history.leftOut(SOCIAL_USE)).isEmpty();
    }

    @Test
    void aMoveInsideThePeriodSplitsTheDaysBetweenTheTeams() {
        Organization.Builder people =
                teams().member("r1", "t1", JANUARY, march(4)).member("r1", "t3", march(4), null);
        History history = week(people, "03-03 09:00 r1 on linkedin POST", "03-04 09:00 r1 on linkedin POST");
        assertThat(history.by(Dimension.TEAM, SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("t1", "1/2", "t3", "1/3"));
        assertThat(history.says(SOCIAL_USE)).isEqualTo("2/5");
    }

    @Test
    void ofTwoMembershipsTheDaysAreOfTheOneThatBeganLast() {
        Organization.Builder people =
                teams().member("r1", "t3", march(4), march(6)).member("r1", "t1", JANUARY, null);
        History history = week(people, "03-04 09:00 r1 on linkedin POST", "03-06 09:00 r1 on linkedin POST");
        assertThat(history.by(Dimension.TEAM, SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("t1", "1/3", "t3", "1/2"));
    }

    @Test
    void theRowOfATeamIncludesTheTeamsBelowIt() {
        Organization.Builder people = r1().member("r2", "t2", JANUARY, null);
        History history = week(people, "03-02 09:00 r1 on linkedin POST", "03-02 09:00 r2 on linkedin POST");
        assertThat(history.by(Dimension.TEAM, SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("t1", "2/10", "t2", "1/5"));
        assertThat(history.says(SOCIAL_USE)).isEqualTo("2/10");
    }

    @Test
    void aMoveToATeamBelowChangesNothingInTheRowAbove() {
        Organization.Builder people =
                teams().member("r1", "t1", JANUARY, march(4)).member("r1", "t2", march(4), null);
        History history = week(people, "03-04 09:00 r1 on linkedin POST");
        assertThat(history.by(Dimension.TEAM, SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("t1", "1/5", "t2", "1/3"));
    }

    @Test
    void aCalendarAppliesToAllMembers() {
        WorkingCalendar office = WorkingCalendar.mondayToFriday(ZoneOffset.UTC).withHolidays(List.of(march(3)));
        Organization.Builder people = r1().member("r2", "t2", JANUARY, null).absent("r2", march(3), march(5));
        History history = week(people, "03-03 09:00 r1 on linkedin POST", "03-05 09:00 r2 on linkedin POST")
                .asking(q -> q.workingCalendar(office));
        assertThat(history.says(SOCIAL_USE)).isEqualTo("1/7");
        assertThat(history.byRep(SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("r1", "0/4", "r2", "1/3"));
    }

    @Test
    void theFutureHasNoWorkingDaysYet() {
        History history = week(r1(), "03-02 09:00 r1 on linkedin POST").asOf("03-03 00:00");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("1/2");
        assertThat(history.inMonth(SOCIAL_USE, PRIMARY, 3)).isEqualTo("1/2");
    }

    @Test
    void membersAreMergedWithTheirIdentities() {
        History history = week(r1(), "03-02 09:00 r7 on linkedin POST", "03-02 10:00 - merges r1 r7");
        assertThat(history.byRep(SOCIAL_USE, PRIMARY)).isEqualTo(Map.of("r7", "1/5"));
        assertThat(history.says(SOCIAL_USE)).isEqualTo("1/5");
    }

    @Test
    void twoMembersWhoAreOneHaveTheDaysOfOne() {
        Organization.Builder people = r1().member("r2", "t1", JANUARY, null);
        History history = week(people, "03-02 09:00 r1 on linkedin POST", "03-02 10:00 - merges r1 r2");
        assertThat(history.says(SOCIAL_USE)).isEqualTo("1/5");
    }
}
