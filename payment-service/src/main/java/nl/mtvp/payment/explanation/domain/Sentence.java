package nl.mtvp.payment.explanation.domain;

import java.util.function.Function;

/** A sentence in both languages. */
public record Sentence(String nl, String en) {

    static Sentence of(Function<Language, String> said) {
        return new Sentence(said.apply(Language.NL), said.apply(Language.EN));
    }

    public String in(Language language) {
        return language.of(nl, en);
    }
}
