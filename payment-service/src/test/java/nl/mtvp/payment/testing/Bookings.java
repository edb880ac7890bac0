package nl.mtvp.payment.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.ledger.domain.Posting;
import nl.mtvp.payment.testing.ContractEvents.Contract;
import org.threeten.extra.YearQuarter;

/** Books runs of given amounts without computing them, for tests of what happens to money after it is booked. */
@ApplicationScoped
public class Bookings {

    private final Sql sql;
    private final Transactions transactions;
    private final Booking booking;
    private final Clock clock;

    Bookings(Sql sql, Transactions transactions, Booking booking, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.booking = booking;
        this.clock = clock;
    }

    /** One posting with a line for each contract; amounts that are not zero. */
    public Posting run(String uzovi, Map<Contract, Long> cents) {
        return run(uzovi, cents, "PRACTICE", null);
    }

    /** The same for the RHO's part. */
    public Posting rhoRun(String uzovi, Map<Contract, Long> cents, String rho) {
        return run(uzovi, cents, "RHO", rho);
    }

    private Posting run(String uzovi, Map<Contract, Long> cents, String component, String rho) {
        return transactions.run(() -> {
            var now = clock.instant();
            var quarter = YearQuarter.from(now.atZone(SuiteClock.ZONE));
            var run = Ids.at(now);
            sql.update(
                            """
                            insert into payment_run (id, uzovi, quarter, state, cut_off, proposal_hash, made_by, made_at,
                                approved_by, approved_at, posted_at)
                            values (:run, :uzovi, :quarter, 'POSTED', :now, sha256(cast('' as bytea)), 'a', :now, 'b', :now, :now)
                            """)
                    .bind("run", run)
                    .bind("uzovi", uzovi)
                    .bind("quarter", quarter)
                    .bind("now", now)
                    .execute();
            cents.forEach((contract, amount) -> {
                var line = UUID.randomUUID();
                sql.update(
                                """
                                insert into payment_line
                                    (id, run_id, uzovi, contract_id, agb, quarter, facts, due_practice, due_rho)
                                values (:line, :run, :uzovi, :contract, :agb, :quarter,
                                    jsonb_build_object('share', jsonb_build_object('rho', cast(:rho as text))), 0, 0)
                                """)
                        .bind("line", line)
                        .bind("run", run)
                        .bind("uzovi", uzovi)
                        .bind("contract", contract.id())
                        .bind("agb", contract.agb())
                        .bind("quarter", quarter)
                        .bind("rho", rho)
                        .execute();
                sql.update(
                                """
                                insert into payment_part (line_id, number, cause, component, cents)
                                values (:line, 1, 'ION_CORRECTION', :component, :cents)
                                """)
                        .bind("line", line)
                        .bind("component", component)
                        .bind("cents", amount)
                        .execute();
            });
            return booking.run(new Uzovi(uzovi), run, quarter, now);
        });
    }
}
