-- A tariff belongs to a segment of GP care and may name the code (prestatiecode) that it is declared under elsewhere: both
-- are data (D37). Tariffs that were entered before keep the segment that they were given.
create table tariff_segment (
    code        text primary key check (code ~ '^S[0-9]$'),
    description text not null
);
insert into tariff_segment (code, description) values
    ('S1', 'basic GP care, with tariffs regulated by the NZa (basisvoorziening huisartsenzorg)'),
    ('S3', 'outcomes and innovation, with tariffs agreed per insurer (resultaatbeloning en zorgvernieuwing)');

alter table tariff_proposal
    add column prestatiecode text,
    add constraint a_tariff_is_of_a_known_segment foreign key (segment) references tariff_segment not valid,
    add constraint a_prestatiecode_has_its_form check (prestatiecode ~ '^[0-9A-Z]{1,10}$');
alter table maximum_tariff add column segment text references tariff_segment;
update maximum_tariff set segment = 'S1';

grant select on tariff_segment to ${applicationRole};
