package nl.mtvp.payment.export.domain;

/** The kinds of data of an auditor's export: each is a file of one JSON object a line. */
public enum Exported {
    /** Everything that decides what is due, with both of its dates. */
    FACTS,
    /** The posted runs. */
    RUNS,
    /** What the posted runs say of each contract and quarter. */
    LINES,
    /** The seals. */
    POSTINGS,
    ENTRIES
}
