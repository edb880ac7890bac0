package nl.mtvp.payment.statement.rest;

import java.util.List;
import java.util.Locale;
import nl.mtvp.payment.explanation.domain.Language;

/** The languages of a page, as a request names them. */
public enum PageLanguage {
    nl(Language.NL),
    en(Language.EN);

    private final Language language;

    PageLanguage(Language language) {
        this.language = language;
    }

    /** What was asked for outright, or else the first acceptable one; Dutch when nobody asks. */
    static Language of(PageLanguage asked, List<Locale> acceptable) {
        if (asked != null) {
            return asked.language;
        }
        for (var locale : acceptable) {
            for (var one : values()) {
                if (one.name().equals(locale.getLanguage())) {
                    return one.language;
                }
            }
        }
        return Language.NL;
    }
}
