package nl.mtvp.payment.run.db;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Count;
import nl.mtvp.payment.entitlement.domain.Facts.Holder;
import nl.mtvp.payment.entitlement.domain.Facts.InForce;
import nl.mtvp.payment.entitlement.domain.Facts.Offset;
import nl.mtvp.payment.entitlement.domain.Facts.Share;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;
import org.threeten.extra.YearQuarter;

/**
 * Facts as a line keeps them, written and read by hand: a run does it for every line, and the general way takes longer
 * than all the rest of it. What many lines share, such as moments and days, is read once. For one thread.
 */
final class FactsJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int REMEMBERED_MAX = 10_000;

    private final Map<String, Instant> moments = new HashMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, YearQuarter> quarters = new HashMap<>();
    private final StringBuilder text = new StringBuilder(1_000);

    String written(Facts facts) {
        text.setLength(0);
        text.append("{\"quarter\":\"").append(facts.quarter());
        text.append("\",\"holder\":{\"agb\":\"")
                .append(facts.holder().agb().code())
                .append("\",");
        source(facts.holder().source()).append("},\"inForce\":{\"from\":");
        day(facts.inForce().from()).append(",\"until\":");
        day(facts.inForce().until()).append(",\"sources\":[");
        for (int at = 0; at < facts.inForce().sources().size(); at++) {
            text.append(at == 0 ? "" : ",");
            bare(facts.inForce().sources().get(at));
        }
        text.append("]}");
        fact("count", facts.count(), "ion", Count::ion, Count::source);
        fact("tariff", facts.tariff(), "centsPerIon", Tariff::centsPerIon, Tariff::source);
        seldom(facts);
        return text.append('}').toString();
    }

    private void seldom(Facts facts) {
        text.append(",\"clawbacks\":[");
        for (int at = 0; at < facts.clawbacks().size(); at++) {
            var clawback = facts.clawbacks().get(at);
            text.append(at == 0 ? "{\"from\":" : ",{\"from\":");
            day(clawback.from()).append(",\"until\":");
            day(clawback.until())
                    .append(",\"tenThousandths\":")
                    .append(clawback.tenThousandths())
                    .append(',');
            source(clawback.source()).append('}');
        }
        text.append(']');
        fact("offset", facts.offset(), "centsPerQuarter", Offset::centsPerQuarter, Offset::source);
        text.append(",\"share\":");
        var share = facts.share();
        if (share == null) {
            text.append("null");
        } else {
            text.append("{\"rho\":\"").append(JsonStringEncoder.getInstance().quoteAsString(share.rho()));
            text.append("\",\"tenThousandths\":").append(share.tenThousandths());
            text.append(",\"centsPerIon\":").append(share.centsPerIon()).append(',');
            source(share.source()).append('}');
        }
    }

    private <T> void fact(String name, T fact, String number, ToLongFunction<T> of, Function<T, Source> source) {
        text.append(",\"").append(name).append("\":");
        if (fact == null) {
            text.append("null");
        } else {
            text.append("{\"")
                    .append(number)
                    .append("\":")
                    .append(of.applyAsLong(fact))
                    .append(',');
            source(source.apply(fact)).append('}');
        }
    }

    private StringBuilder day(LocalDate day) {
        return day == null ? text.append("null") : text.append('"').append(day).append('"');
    }

    private StringBuilder source(Source source) {
        text.append("\"source\":");
        return bare(source);
    }

    private StringBuilder bare(Source source) {
        text.append("{\"id\":\"")
                .append(source.id())
                .append("\",\"knownAt\":\"")
                .append(source.knownAt());
        if (source.sourceKnownAt() == null) {
            return text.append("\",\"sourceKnownAt\":null}");
        }
        return text.append("\",\"sourceKnownAt\":\"")
                .append(source.sourceKnownAt())
                .append("\"}");
    }

    Facts read(String facts) {
        try (var parser = JSON.createParser(facts)) {
            parser.nextToken();
            return facts(parser);
        } catch (IOException impossible) {
            throw new IllegalStateException("the database keeps facts of this form only", impossible);
        }
    }

    private Facts facts(JsonParser parser) throws IOException {
        YearQuarter quarter = null;
        Fields holder = null;
        Fields count = null;
        Fields tariff = null;
        Fields inForce = null;
        Fields offset = null;
        Fields share = null;
        List<Clawback> clawbacks = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "quarter" -> quarter = remembered(quarters, parser.getText(), Quarters::of);
                case "holder" -> holder = fields(parser);
                case "count" -> count = fields(parser);
                case "tariff" -> tariff = fields(parser);
                case "inForce" -> inForce = fields(parser);
                case "offset" -> offset = fields(parser);
                case "share" -> share = fields(parser);
                case "clawbacks" -> clawbacks = clawbacks(parser);
                default -> throw unknown(name);
            }
        }
        return new Facts(
                quarter,
                new Holder(new Agb(holder.agb), holder.source),
                count == null ? null : new Count(count.number, count.source),
                tariff == null ? null : new Tariff(tariff.number, tariff.source),
                new InForce(inForce.from, inForce.until, inForce.sources),
                clawbacks,
                offset == null ? null : new Offset(offset.number, offset.source),
                share == null ? null : new Share(share.rho, share.tenThousandths, share.number, share.source));
    }

    /** Whatever stands in one fact. */
    private static final class Fields {
        private String agb;
        private String rho;
        private Long number;
        private Integer tenThousandths;
        private LocalDate from;
        private LocalDate until;
        private Source source;
        private final List<Source> sources = new ArrayList<>(2);
    }

    private Fields fields(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        var fields = new Fields();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            boolean absent = parser.nextToken() == JsonToken.VALUE_NULL;
            switch (name) {
                case "agb" -> fields.agb = parser.getText();
                case "rho" -> fields.rho = parser.getText();
                case "ion", "centsPerIon", "centsPerQuarter" -> fields.number = absent ? null : parser.getLongValue();
                case "tenThousandths" -> fields.tenThousandths = absent ? null : parser.getIntValue();
                case "from" -> fields.from = remembered(days, parser.getText(), LocalDate::parse);
                case "until" -> fields.until = absent ? null : remembered(days, parser.getText(), LocalDate::parse);
                case "source" -> fields.source = source(parser);
                case "sources" -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        fields.sources.add(source(parser));
                    }
                }
                default -> throw unknown(name);
            }
        }
        return fields;
    }

    private List<Clawback> clawbacks(JsonParser parser) throws IOException {
        var clawbacks = new ArrayList<Clawback>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var fields = fields(parser);
            clawbacks.add(new Clawback(fields.from, fields.until, fields.tenThousandths, fields.source));
        }
        return clawbacks;
    }

    private Source source(JsonParser parser) throws IOException {
        UUID id = null;
        Instant knownAt = null;
        Instant sourceKnownAt = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            boolean absent = parser.nextToken() == JsonToken.VALUE_NULL;
            switch (name) {
                case "id" -> id = UUID.fromString(parser.getText());
                case "knownAt" -> knownAt = remembered(moments, parser.getText(), FactsJson::moment);
                case "sourceKnownAt" ->
                    sourceKnownAt = absent ? null : remembered(moments, parser.getText(), FactsJson::moment);
                default -> throw unknown(name);
            }
        }
        return new Source(id, knownAt, sourceKnownAt);
    }

    /** Lines of the first runs keep moments as the database wrote them, with its offset. */
    private static Instant moment(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : java.time.OffsetDateTime.parse(text).toInstant();
    }

    private static <T> T remembered(Map<String, T> memory, String text, Function<String, T> read) {
        if (memory.size() > REMEMBERED_MAX) {
            memory.clear();
        }
        return memory.computeIfAbsent(text, read);
    }

    private static IllegalStateException unknown(String name) {
        return new IllegalStateException("the database keeps facts without " + name);
    }
}
