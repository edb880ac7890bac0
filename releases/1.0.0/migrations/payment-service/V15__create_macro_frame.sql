-- The national macro frame of each year, within which tariff payments and RHO compensation together are meant to stay
-- (D55). Entered by migration; it informs and never blocks.
create table macro_frame (
    year   integer primary key check (year between 2023 and 2100),
    cents  bigint  not null check (cents > 0),
    source text    not null
);
create trigger macro_frame_only_grows before update or delete or truncate on macro_frame
    for each statement execute function refuse_change();

grant select on macro_frame to ${applicationRole};
