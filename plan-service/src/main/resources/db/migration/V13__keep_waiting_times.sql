-- A waiting time that stays as it was meets its target ("gelijkblijvende of dalende wachttijden", leidraad §6; D14).
alter table indicator
    add column staying_meets boolean not null default false,
    add constraint a_figure_says_itself_what_meets_it check (not (staying_meets and target is not null));
update indicator set staying_meets = true where code = 'WAITING_TIME';
