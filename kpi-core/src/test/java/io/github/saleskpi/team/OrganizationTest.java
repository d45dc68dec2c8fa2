package io.github.saleskpi.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.LocalDateRange;

class OrganizationTest {
    private static LocalDate date(String monthAndDay) {
        return LocalDate.parse("2026-" + monthAndDay);
    }

    private static LocalDateRange dates(String from, String to) {
        return LocalDateRange.of(date(from), date(to));
    }

    private static Organization.Builder teams() {
        return Organization.builder()
                .team("t1", null)
                .team("t2", "t1")
                .team("t3", "t2")
                .team("t4", null);
    }

    // What is refused

    @Test
    void aTeamIsGivenOnce() {
        assertThatThrownBy(() -> teams().team("t1", "t4"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("team (t1): must be given once. Maybe two teams share a name.");
    }

    @Test
    void aParentIsATeam() {
        assertThatThrownBy(() -> teams().team("t5", "t9").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parent of t5 (t9): is not among the teams. Maybe a spelling differs.");
    }

    @Test
    void aParentMayBeGivenAfterItsTeam() {
        Organization organization =
                Organization.builder().team("a", "b").team("b", null).build();
        assertThat(organization.lineage("a")).containsExactly("a", "b");
    }

    @Test
    void aMemberIsOfATeam() {
        assertThatThrownBy(() -> teams().member("r1", "t9", date("01-01"), null).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("team of r1 (t9): is not among the teams. Maybe a spelling differs.");
    }

    @Test
    void noTeamIsAboveItself() {
        assertThatThrownBy(() -> Organization.builder().team("a", "a").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("team (a): must not be above itself. Maybe a parent is off.");
        assertThatThrownBy(() -> Organization.builder()
                        .team("a", "b")
                        .team("b", "c")
                        .team("c", "a")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("team (a): must not be above itself. Maybe a parent is off.");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01, 2026-02-01", "2026-02-02, 2026-02-01"})
    void datesBeginBeforeTheyEnd(LocalDate from, LocalDate to) {
        String rest = " of r1 (" + from + " to " + to
                + "): must begin before it ends; the end is exclusive. Maybe the two are swapped.";
        assertThatThrownBy(() -> teams().member("r1", "t1", from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("membership" + rest);
        assertThatThrownBy(() -> teams().employed("r1", from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("employment" + rest);
        assertThatThrownBy(() -> teams().absent("r1", from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("absence" + rest);
    }

    // Teams

    @Test
    void theLineageOfATeamIsItselfAndThoseAboveIt() {
        Organization organization = teams().build();
        assertThat(organization.lineage("t3")).containsExactly("t3", "t2", "t1");
        assertThat(organization.lineage("t1")).containsExactly("t1");
        assertThat(organization.lineage(null)).isEmpty();
    }

    @Test
    void aMembershipIsHalfOpen() {
        Organization organization =
                teams().member("r1", "t1", date("02-01"), date("03-01")).build();
        assertThat(organization.teamOf("r1", date("01-31"))).isNull();
        assertThat(organization.teamOf("r1", date("02-01"))).isEqualTo("t1");
        assertThat(organization.teamOf("r1", date("02-28"))).isEqualTo("t1");
        assertThat(organization.teamOf("r1", date("03-01"))).isNull();
    }

    @Test
    void aMembershipWithoutEndDoesNotEnd() {
        Organization organization =
                teams().member("r1", "t1", date("02-01"), null).build();
        assertThat(organization.teamOf("r1", LocalDate.of(2262, 1, 1))).isEqualTo("t1");
    }

    @Test
    void aRepOfWhomNothingIsSaidIsInNoTeam() {
        assertThat(teams().build().teamOf("r1", date("02-01"))).isNull();
    }

    @Test
    void ofTwoMembershipsTheOneThatBeganLastCounts() {
        Organization one = teams().member("r1", "t1", date("01-01"), null)
                .member("r1", "t4", date("02-01"), date("03-01"))
                .build();
        Organization other = teams().member("r1", "t4", date("02-01"), date("03-01"))
                .member("r1", "t1", date("01-01"), null)
                .build();
        for (Organization organization : List.of(one, other)) {
            assertThat(organization.teamOf("r1", date("01-31"))).isEqualTo("t1");
            assertThat(organization.teamOf("r1", date("02-01"))).isEqualTo("t4");
            assertThat(organization.teamOf("r1", date("02-28"))).isEqualTo("t4");
            assertThat(organization.teamOf("r1", date("03-01"))).isEqualTo("t1");
        }
    }

    @Test
    void ofTwoMembershipsThatBeganTogetherTheSameOneCountsWhateverTheOrder() {
        Organization.Builder one =
                teams().member("r1", "t1", date("01-01"), null).member("r1", "t4", date("01-01"), null);
        Organization.Builder other =
                teams().member("r1", "t4", date("01-01"), null).member("r1", "t1", date("01-01"), null);
        assertThat(one.build().teamOf("r1", date("02-01")))
                .isEqualTo(other.build().teamOf("r1", date("02-01")))
                .isNotNull();
    }

    @Test
    void aMemberOfATeamIsOneOfThoseAboveItToo() {
        Organization organization =
                teams().member("r1", "t2", date("02-01"), date("03-01")).build();
        LocalDateRange february = dates("02-01", "03-01");
        assertThat(organization.isMember("r1", "t2", february)).isTrue();
        assertThat(organization.isMember("r1", "t1", february)).isTrue();
        assertThat(organization.isMember("r1", "t3", february)).isFalse();
        assertThat(organization.isMember("r1", "t4", february)).isFalse();
        assertThat(organization.isMember("r2", "t2", february)).isFalse();
        assertThat(organization.isMember("r1", "t2", dates("01-01", "02-01"))).isFalse();
        assertThat(organization.isMember("r1", "t2", dates("01-01", "02-02"))).isTrue();
        assertThat(organization.isMember("r1", "t2", dates("02-28", "04-01"))).isTrue();
        assertThat(organization.isMember("r1", "t2", dates("03-01", "04-01"))).isFalse();
    }

    // Employment and absence

    @Test
    void withoutEmploymentARepIsEmployedWhileAMember() {
        Organization organization = teams().member("r1", "t1", date("02-01"), date("02-05"))
                .member("r1", "t4", date("02-10"), null)
                .build();
        assertThat(organization.isAtWork("r1", date("01-31"))).isFalse();
        assertThat(organization.isAtWork("r1", date("02-01"))).isTrue();
        assertThat(organization.isAtWork("r1", date("02-04"))).isTrue();
        assertThat(organization.isAtWork("r1", date("02-05"))).isFalse();
        assertThat(organization.isAtWork("r1", date("02-10"))).isTrue();
        assertThat(organization.isAtWork(null, date("02-10"))).isFalse();
        assertThat(organization.isAtWork("r2", date("02-10"))).isFalse();
    }

    @Test
    void withEmploymentOnlyThatCounts() {
        Organization organization = teams().member("r1", "t1", date("01-01"), date("03-01"))
                .employed("r1", date("01-15"), date("02-01"))
                .employed("r1", date("03-01"), date("04-01"))
                .build();
        assertThat(organization.isAtWork("r1", date("01-14"))).isFalse();
        assertThat(organization.isAtWork("r1", date("01-15"))).isTrue();
        assertThat(organization.isAtWork("r1", date("01-31"))).isTrue();
        assertThat(organization.isAtWork("r1", date("02-01"))).isFalse();
        assertThat(organization.isAtWork("r1", date("03-31"))).isTrue();
        assertThat(organization.teamOf("r1", date("03-31"))).isNull();
        assertThat(organization.teamOf("r1", date("02-15"))).isEqualTo("t1");
    }

    @Test
    void theEmploymentOfOneRepSaysNothingOfAnother() {
        Organization organization = teams().member("r1", "t1", date("01-01"), null)
                .employed("r2", date("02-01"), null)
                .build();
        assertThat(organization.isAtWork("r1", date("01-15"))).isTrue();
        assertThat(organization.isAtWork("r2", date("02-01"))).isTrue();
    }

    @Test
    void anAbsenceIsHalfOpenAndNoWork() {
        Organization organization = teams().member("r1", "t1", date("01-01"), null)
                .absent("r1", date("02-02"), date("02-07"))
                .build();
        assertThat(organization.isAtWork("r1", date("02-01"))).isTrue();
        assertThat(organization.isAtWork("r1", date("02-02"))).isFalse();
        assertThat(organization.isAtWork("r1", date("02-06"))).isFalse();
        assertThat(organization.isAtWork("r1", date("02-07"))).isTrue();
    }

    @Test
    void anAbsenceAloneIsNoEmployment() {
        Organization organization =
                teams().absent("r1", date("02-02"), date("02-07")).build();
        assertThat(organization.isAtWork("r1", date("02-08"))).isFalse();
        assertThat(organization.reps()).containsExactly("r1");
    }

    @Test
    void theDatesAtWorkAreCutByTeamEmploymentAndAbsence() {
        Organization organization = teams().member("r1", "t1", date("01-01"), date("02-10"))
                .member("r1", "t4", date("02-10"), null)
                .absent("r1", date("02-03"), date("02-05"))
                .build();
        LocalDateRange february = dates("02-01", "03-01");
        assertThat(days(organization.atWork("r1", february, team -> true))).isEqualTo(26);
        assertThat(days(organization.atWork("r1", february, "t1"::equals))).isEqualTo(7);
        assertThat(days(organization.atWork("r1", february, "t4"::equals))).isEqualTo(19);
        assertThat(organization.atWork("r1", february, "t2"::equals)).isEmpty();
        assertThat(organization.atWork("r2", february, team -> true)).isEmpty();
        assertThat(organization.atWork("r1", february, "t1"::equals))
                .containsExactly(dates("02-01", "02-03"), dates("02-05", "02-10"));
        assertThat(days(organization.employed("r1", february))).isEqualTo(28);
        assertThat(organization.employed("r2", february)).isEmpty();
    }

    private static int days(List<LocalDateRange> ranges) {
        return ranges.stream().mapToInt(LocalDateRange::lengthInDays).sum();
    }

    // Whole

    @Test
    void whatIsSaidIsWhatIsBuilt() {
        Organization organization = teams().member("r1", "t1", date("01-01"), date("02-01"))
                .employed("r2", date("01-02"), date("02-02"))
                .absent("r3", date("01-03"), date("02-03"))
                .build();
        assertThat(organization.teams()).hasSize(4).containsEntry("t2", "t1").containsEntry("t1", null);
        assertThat(organization.members()).containsExactly(new Organization.Line("r1", "t1", dates("01-01", "02-01")));
        assertThat(organization.employment())
                .containsExactly(new Organization.Line("r2", null, dates("01-02", "02-02")));
        assertThat(organization.absences()).containsExactly(new Organization.Line("r3", null, dates("01-03", "02-03")));
        assertThat(organization.reps()).containsExactly("r1", "r2", "r3");
    }

    @Test
    void aBuiltOrganizationDoesNotChangeWithItsBuilder() {
        Organization.Builder builder = teams();
        Organization before = builder.build();
        builder.team("t9", null).member("r1", "t1", date("01-01"), null);
        assertThat(before.teams()).hasSize(4);
        assertThat(before.reps()).isEmpty();
    }

    @Test
    void repsMayGetOtherNamesAndThoseOfOneNameAreJoined() {
        Organization organization = teams().member("r1", "t1", date("01-01"), date("02-01"))
                .member("r2", "t4", date("02-01"), null)
                .employed("r1", date("01-01"), null)
                .absent("r2", date("03-01"), date("03-02"))
                .build();
        Organization renamed = organization.renamed(rep -> "r1".equals(rep) ? "r2" : rep);
        assertThat(renamed.reps()).containsExactly("r2");
        assertThat(renamed.teams()).isEqualTo(organization.teams());
        assertThat(renamed.teamOf("r2", date("01-31"))).isEqualTo("t1");
        assertThat(renamed.teamOf("r2", date("02-01"))).isEqualTo("t4");
        assertThat(renamed.isAtWork("r2", date("01-01"))).isTrue();
        assertThat(renamed.isAtWork("r2", date("03-01"))).isFalse();
        assertThat(organization.reps()).containsExactly("r1", "r2");
        assertThat(organization.renamed(rep -> rep)).isEqualTo(organization).hasSameHashCodeAs(organization);
    }

    @Test
    void organizationsOfTheSameTeamsAndLinesAreEqual() {
        Organization.Builder same = teams().member("r1", "t1", date("01-01"), null);
        Organization organization = same.build();
        assertThat(same.build()).isEqualTo(organization).hasSameHashCodeAs(organization);
        assertThat(teams().member("r1", "t1", date("01-02"), null).build()).isNotEqualTo(organization);
        assertThat(same.employed("r1", date("01-01"), null).build()).isNotEqualTo(organization);
        assertThat(teams().member("r1", "t1", date("01-01"), null)
                        .absent("r1", date("01-01"), null)
                        .build())
                .isNotEqualTo(organization);
    }

    @Test
    void theTeamsOfARepAreThoseOfAnyOfTheDatesWithoutThoseAbove() {
        Organization organization = teams().member("r1", "t2", date("01-01"), date("02-01"))
                .member("r1", "t4", date("02-01"), null)
                .build();
        assertThat(organization.teamsOf("r1", dates("01-31", "02-02"))).containsExactly("t2", "t4");
        assertThat(organization.teamsOf("r1", dates("02-01", "02-02"))).containsExactly("t4");
        assertThat(organization.teamsOf("r9", dates("02-01", "02-02"))).isEmpty();
        assertThat(organization.knows("r1")).isTrue();
        assertThat(organization.knows("r9")).isFalse();
    }
}
