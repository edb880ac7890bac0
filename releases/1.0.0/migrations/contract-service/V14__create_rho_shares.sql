-- D49: a part of what a contract pays that goes to the RHO, with the practice's consent: a percentage, or cents per ION,
-- for whole quarters. Only its end may come later.
create table rho_share (
    id                     uuid        primary key,
    contract_id            uuid        not null references contract,
    rho                    text        not null,
    percentage             numeric,
    cents_per_ion          bigint,
    share_from             peildatum   not null,
    share_until            peildatum,
    benefit                text        not null check (length(benefit) between 1 and 4000),
    regioplan_version_id   uuid        not null,
    regioplan_content_hash sha256      not null,
    consented_by           text        not null,
    consented_with         text        not null,
    consented_at           timestamptz not null,
    end_reason             text        check (length(end_reason) between 1 and 4000),
    ended_by               text,
    ended_with             text,
    ended_at               timestamptz,

    constraint a_share_is_a_percentage_or_an_amount check (num_nonnulls(percentage, cents_per_ion) = 1),
    constraint a_shares_percentage_is_a_part check (
        percentage > 0 and percentage <= 100 and scale(percentage) <= 2),
    constraint a_shares_amount_is_something check (cents_per_ion > 0),
    constraint a_share_has_quarters check (share_until > share_from),
    constraint an_early_end_is_told_whole check (num_nulls(end_reason, ended_by, ended_with, ended_at) in (0, 4)),
    constraint one_share_at_a_time exclude using gist (
        contract_id with =, daterange(share_from, share_until) with &&)
);

grant select, insert, update (share_until, end_reason, ended_by, ended_with, ended_at) on rho_share
    to ${applicationRole};
