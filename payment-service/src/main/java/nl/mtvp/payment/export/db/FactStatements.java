package nl.mtvp.payment.export.db;

import java.util.List;

/**
 * One statement for each kind of fact, in an order in which what a fact refers to comes before it. A row is one line of
 * the export; its columns are the properties. What ended after the moment asked for is still open in it.
 */
final class FactStatements {

    private static final String TWO_AXES =
            """
             lower(f.valid) as "validFrom", upper(f.valid) as "validUntil", in_utc(lower(f.known)) as "knownFromAt",
             case when upper(f.known) <= :knownAt then in_utc(upper(f.known)) end as "knownUntilAt",
            """;
    private static final String OF_A_CONTRACT =
            """
             f.contract_id as "contractId", in_utc(f.known_at_source) as "sourceKnownAt",
            """;
    private static final String WITHDRAWN =
            """
             case when upper(f.known) <= :knownAt then f.withdrawal_reason end as "withdrawalReason",
             case when upper(f.known) <= :knownAt then in_utc(f.withdrawn_at_source) end as "sourceWithdrawnAt",
            """;
    private static final String ENDED =
            """
             in_utc(f.first_known_at) as "firstKnownAt",
             case when upper(f.known) <= :knownAt then f.end_reason end as "endReason",
             case when upper(f.known) <= :knownAt then in_utc(f.ended_at_source) end as "sourceEndedAt",
            """;

    private FactStatements() {}

    static final List<String> ALL = List.of(
            fact(
                    "CONTRACT",
                    "contract",
                    TWO_AXES + " f.agb, f.kvk, f.rho, f.region, in_utc(f.known_at_source) as \"sourceKnownAt\""),
            fact(
                    "HOLDER",
                    "contract_holder",
                    TWO_AXES + OF_A_CONTRACT + " f.agb, f.kvk, in_utc(f.first_known_at) as \"firstKnownAt\""),
            fact("STOP", "contract_stop", TWO_AXES + OF_A_CONTRACT + WITHDRAWN + " f.grounds"),
            fact("END", "contract_end", TWO_AXES + OF_A_CONTRACT + WITHDRAWN + " f.kind as \"endKind\", f.reason"),
            fact(
                    "CLAWBACK",
                    "clawback",
                    TWO_AXES + OF_A_CONTRACT + WITHDRAWN + " f.ten_thousandths as \"tenThousandths\", f.grounds"),
            fact(
                    "OFFSET",
                    "contract_offset",
                    TWO_AXES + OF_A_CONTRACT + ENDED
                            + " f.agreement_id as \"agreementId\", f.cents_per_quarter as \"centsPerQuarter\""),
            fact(
                    "SHARE",
                    "rho_share",
                    TWO_AXES + OF_A_CONTRACT + ENDED
                            + " f.rho, f.ten_thousandths as \"tenThousandths\", f.cents_per_ion as \"centsPerIon\""),
            fact(
                    "TARIFF",
                    "tariff",
                    TWO_AXES
                            + """
                     f.proposal_id as "proposalId", cast(f.euro * 100 as bigint) as "centsPerIon",
                     in_utc(f.first_known_at) as "firstKnownAt"
                    """),
            fact(
                    "DELIVERY",
                    """
                    (select id, uzovi, known, accepted, content_digest, evidence_digest,
                            daterange(peildatum, cast(peildatum + interval '3 months' as date)) as valid
                     from ion_delivery where known is not null)
                    """,
                    TWO_AXES
                            + """
                             f.accepted, encode(f.content_digest, 'hex') as "contentDigest",
                             encode(f.evidence_digest, 'hex') as "evidenceDigest"
                            """),
            """
            select row_to_json(r)::text from (
                select 'COUNT' as kind, f.uzovi, f.id as "deliveryId", n.agb, n.ion
                from ion_delivery f join ion_count n on n.delivery_id = f.id
                where <visible> and (cast(:uzovi as text) is null or f.uzovi = :uzovi) and lower(f.known) <= :knownAt
                order by f.uzovi, f.id, n.agb) r
            """,
            """
            select row_to_json(r)::text from (
                select 'SETTLEMENT' as kind, f.uzovi, f.id as "deliveryId", s.agb, s.change,
                       in_utc(lower(s.known)) as "knownFromAt",
                       case when upper(s.known) <= :knownAt then in_utc(upper(s.known)) end as "knownUntilAt"
                from ion_count_change s join ion_delivery f on f.id = s.delivery_id
                where <visible> and (cast(:uzovi as text) is null or f.uzovi = :uzovi) and lower(s.known) <= :knownAt
                order by f.uzovi, f.id, lower(s.known), s.agb) r
            """);

    private static String fact(String kind, String table, String properties) {
        return "select row_to_json(r)::text from (select '" + kind + "' as kind, f.id, f.uzovi, " + properties
                + " from " + table
                + " f where <visible> and (cast(:uzovi as text) is null or f.uzovi = :uzovi) and lower(f.known) <= :knownAt"
                + " order by f.uzovi, f.id, lower(f.known), lower(f.valid)) r";
    }
}
