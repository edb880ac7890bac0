-- D34: a clawback is decided on what it takes in euros; that document is evidence. Decisions before this keep none.
alter table measure add constraint of_its_kind unique (id, kind);

alter table measure_decision
    add column kind     text,
    add column document bytea,
    add column digest   sha256,
    add foreign key (measure_id, kind) references measure (id, kind),
    add constraint a_decision_names_its_kind check (kind is not null) not valid,
    add constraint a_clawback_is_decided_on_what_it_takes check (
        (kind = 'CLAWBACK') = (document is not null)) not valid,
    add constraint the_digest_is_that_of_what_it_takes check (
        (document is null) = (digest is null) and digest = sha256(document));
