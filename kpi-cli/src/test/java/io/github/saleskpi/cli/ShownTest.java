package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void charactersOfTheFarEastTakeTwoColumns() {
        assertThat(Shown.width("ann")).isEqualTo(3);
        assertThat(Shown.width("Борис")).isEqualTo(5);
        assertThat(Shown.width("田中")).isEqualTo(4);
        assertThat(Shown.width("한국")).isEqualTo(4);
        assertThat(Shown.width("😀")).isEqualTo(2);
        assertThat(Shown.width("e\u0301")).isEqualTo(1);
    }

    @Test
    void whatIsTooLongIsCutAtAWholeCharacter() {
        assertThat(Shown.cut("ann", 3)).isEqualTo("ann");
        assertThat(Shown.cut("annabel", 4)).isEqualTo("ann…");
        assertThat(Shown.cut("田中太郎", 6)).isEqualTo("田中…");
        assertThat(Shown.width(Shown.cut("田中太郎", 6))).isEqualTo(5);
    }

    @Test
    void textGoesOnBelowWhereALineIsFull() {
        assertThat(Shown.wrapped("won of all closed", 9)).containsExactly("won of", "all", "closed");
        assertThat(Shown.wrapped("won of all closed", 10)).containsExactly("won of all", "closed");
        assertThat(Shown.wrapped("田中 太郎", 8)).containsExactly("田中", "太郎");
        assertThat(Shown.wrapped("田中 太郎", 9)).containsExactly("田中 太郎");
        assertThat(Shown.wrapped("unbreakable on", 5)).containsExactly("unbreakable", "on");
        assertThat(Shown.wrapped("", 5)).containsExactly("");
    }

    @Test
    void whatIsNotPrintableIsWrittenAsItsNumber() {
        assertThat(Shown.safe("a\nb\u001b\u0000\u202e")).isEqualTo("a\\u000ab\\u001b\\u0000\\u202e");
        assertThat(Shown.safe("na\u200cme")).isEqualTo("na\u200cme");
    }
}
