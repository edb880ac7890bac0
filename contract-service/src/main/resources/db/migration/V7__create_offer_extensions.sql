-- D25: the expiry of an offer may be moved on by the insurer, never back. Each extension is a fact that stays.
create table offer_extension (
    offer_id      uuid        not null references offer,
    version       integer     not null check (version > 1),
    expired_at    timestamptz not null,
    expires_at    timestamptz not null,
    extended_by   text        not null,
    extended_with text        not null,
    extended_at   timestamptz not null,

    primary key (offer_id, version),
    constraint an_extension_is_later check (expires_at > expired_at),
    constraint an_offer_is_extended_while_it_is_open check (extended_at < expired_at)
);
create trigger offer_extension_only_grows before update or delete or truncate on offer_extension
    for each statement execute function refuse_change();
create trigger offer_never_gets_shorter before update on offer
    for each row when (new.expires_at < old.expires_at) execute function refuse_change();

grant select, insert on offer_extension to ${applicationRole};
grant update (version, expires_at) on offer to ${applicationRole};
