package nl.mtvp.payment.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.tariff.TariffUseCases;
import nl.mtvp.payment.tariff.domain.TariffProposal;
import nl.mtvp.payment.testing.ContractEvents;

/** Tells a history to the service: contracts by their feed, tariffs by their use cases, counts as a delivery leaves them. */
@ApplicationScoped
public class Telling {

    private final ContractEvents events;
    private final TariffUseCases tariffs;
    private final FactClock factClock;
    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;

    Telling(
            ContractEvents events,
            TariffUseCases tariffs,
            FactClock factClock,
            Transactions transactions,
            Sql sql,
            Clock clock) {
        this.events = events;
        this.tariffs = tariffs;
        this.factClock = factClock;
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    /** An insurer with its contracts, and when contract-service said to know each fact, by the fact's id. */
    public final class Insurer {

        private final Uzovi uzovi;
        private final Map<Integer, ContractEvents.Contract> contracts = new HashMap<>();
        private final Map<UUID, Instant> knownAtSource = new HashMap<>();
        private final UUID space = UUID.randomUUID();

        Insurer(Uzovi uzovi) {
            this.uzovi = uzovi;
        }

        public Uzovi uzovi() {
            return uzovi;
        }

        public Map<UUID, Instant> knownAtSource() {
            return knownAtSource;
        }

        /** Null when it is not told yet. */
        public UUID contract(int number) {
            var contract = contracts.get(number);
            return contract == null ? null : contract.id();
        }

        public Agb agb(int practice) {
            return new Agb("01" + uzovi + "%02d".formatted(practice));
        }

        public void tell(Told fact) {
            if (fact instanceof Told.Tariff tariff) {
                tariff(tariff);
            } else if (fact instanceof Told.Counts counts) {
                transactions.perform(() -> counts(counts, clock.instant()));
            } else if (fact instanceof Told.Accepted accepted) {
                var contract =
                        events.accepted(uzovi.code(), agb(accepted.practice()).code(), text(accepted.startsOn()));
                contracts.put(accepted.contract(), contract);
                knownAtSource.put(contract.id(), events.knownAtSource());
            } else if (fact instanceof Told.OfContract about) {
                tell(about);
            }
        }

        private void tell(Told.OfContract fact) {
            if (fact instanceof Told.Left left) {
                say(
                        left,
                        left.stop() ? "contract-stopped" : "contract-ended",
                        left.stop() ? "stopId" : "endId",
                        left.id(),
                        left.stop()
                                ? Map.of("stoppedFrom", text(left.from()), "grounds", "history")
                                : Map.of("endedFrom", text(left.from()), "kind", "NOTICE"));
                kinds.put(left.id(), left.stop() ? "stop" : "end");
            } else if (fact instanceof Told.ClawedBack clawback) {
                say(
                        clawback,
                        "clawback-ordered",
                        "clawbackId",
                        clawback.id(),
                        Map.of(
                                "clawedBackFrom", text(clawback.from()),
                                "clawedBackUntil", text(clawback.until()),
                                "percentage", percentage(clawback.tenThousandths()),
                                "grounds", "history"));
                kinds.put(clawback.id(), "clawback");
            } else if (fact instanceof Told.Withdrawn withdrawn) {
                var kind = kinds.get(withdrawn.id());
                var type = kind.equals("clawback") ? "clawback-withdrawn" : "contract-" + kind + "-withdrawn";
                events.tell(
                        "nl.mtvp." + type + ".v1",
                        contracts.get(withdrawn.contract()),
                        Map.of(kind + "Id", id(withdrawn.id()).toString(), "reason", "history"));
            } else if (fact instanceof Told.Annulled annulled) {
                say(annulled, "contract-annulled", "annulmentId", annulled.id(), Map.of("reason", "history"));
            } else if (fact instanceof Told.Succeeded succeeded) {
                say(
                        succeeded,
                        "contract-succeeded",
                        "successionId",
                        succeeded.id(),
                        Map.of(
                                "oldAgb", agb(succeeded.from()).code(),
                                "newAgb", agb(succeeded.to()).code(),
                                "from", text(succeeded.on())));
            } else {
                agree(fact);
            }
        }

        private final Map<Integer, String> kinds = new HashMap<>();

        /** What parties agreed an hour before it is told. */
        private void agree(Told.OfContract fact) {
            var agreedAt = clock.instant().minusSeconds(3_600);
            var more = new HashMap<String, String>();
            more.put("sourceKnownAt", agreedAt.toString());
            if (fact instanceof Told.Offset offset) {
                more.put("agreementId", UUID.randomUUID().toString());
                more.put("amountPerQuarter", new Euro(offset.cents()).toString());
                more.put("offsetFrom", text(offset.from()));
                more.put("offsetUntil", text(offset.until()));
                say(offset, "offset-agreed", "offsetId", offset.id(), more);
                knownAtSource.put(id(offset.id()), agreedAt);
            } else if (fact instanceof Told.Share share) {
                more.put("rho", "history");
                more.put("percentage", share.tenThousandths() == null ? null : percentage(share.tenThousandths()));
                more.put("amountPerIon", share.cents() == null ? null : new Euro(share.cents()).toString());
                more.put("shareFrom", text(share.from()));
                more.put("shareUntil", text(share.until()));
                say(share, "rho-share-agreed", "shareId", share.id(), more);
                knownAtSource.put(id(share.id()), agreedAt);
            } else if (fact instanceof Told.EndedEarly early) {
                var what = early.share() ? "share" : "offset";
                more.put(what + "Id", id(early.id()).toString());
                more.put(what + "Until", text(early.until()));
                more.put("reason", "history");
                events.tell(
                        "nl.mtvp." + (early.share() ? "rho-share" : "offset") + "-ended.v1",
                        contracts.get(early.contract()),
                        more);
            }
        }

        private void say(Told.OfContract fact, String type, String idName, int id, Map<String, String> more) {
            var data = new HashMap<>(more);
            data.put(idName, id(id).toString());
            events.tell("nl.mtvp." + type + ".v1", contracts.get(fact.contract()), data);
            knownAtSource.put(id(id), events.knownAtSource());
        }

        private UUID id(int number) {
            return new UUID(space.getMostSignificantBits(), space.getLeastSignificantBits() ^ number);
        }

        private void tariff(Told.Tariff tariff) {
            var now = clock.instant();
            var proposal = new TariffProposal(
                    Ids.at(now),
                    uzovi,
                    tariff.from(),
                    tariff.until(),
                    new Euro(tariff.cents()),
                    null,
                    null,
                    "history",
                    false,
                    new Deed("maker", now),
                    Optional.empty());
            tariffs.propose(proposal);
            tariffs.approve(proposal.id(), Visibility.EVERYTHING, new Actor("approver", "test"));
        }

        /** As an accepted delivery leaves them: the file's way there has tests of its own. */
        public void counts(Told.Counts counts, Instant now) {
            var known = factClock.record(uzovi, now);
            var id = Ids.at(known);
            var values = Map.of(
                    "id", id, "known", known, "uzovi", uzovi, "peildatum", Histories.peildatum(counts.quarter()));
            sql.update(
                            """
                            update ion_delivery set known = tstzrange(lower(known), :known)
                            where uzovi = :uzovi and peildatum = :peildatum and upper_inf(known)
                            """)
                    .bindMap(values)
                    .execute();
            sql.update(
                            """
                            insert into ion_delivery (id, uzovi, peildatum, row_count, content_digest, announced_by,
                                announced_at, status, content_bytes, completed_at, finished_at, known, accepted,
                                refused, duplicate, evidence_digest)
                            values (:id, :uzovi, :peildatum, 0, sha256(cast('' as bytea)), 'test', :known, 'ACCEPTED',
                                0, :known, :known, tstzrange(:known, null), 0, 0, 0, sha256(cast('' as bytea)))
                            """)
                    .bindMap(values)
                    .execute();
            var batch = sql.batch("insert into ion_count (delivery_id, agb, ion) values (:id, :agb, :ion)");
            counts.ion().forEach((practice, ion) -> batch.bind("id", id)
                    .bind("agb", agb(practice))
                    .bind("ion", ion)
                    .add());
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    public Insurer insurer(String uzovi) {
        return new Insurer(new Uzovi(uzovi));
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String percentage(int tenThousandths) {
        return new java.math.BigDecimal(tenThousandths).movePointLeft(2).toPlainString();
    }
}
