-- D23: an insurer may import what a practice declared elsewhere; what a practice stated here itself stays its own.
alter table eligibility_statement add column author text not null default 'PRACTICE'
    constraint a_statement_has_an_author check (author in ('PRACTICE', 'INSURER'));
alter table eligibility_statement alter column author drop default;
