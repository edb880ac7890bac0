-- The segments of GP care that tariffs are about, and the NZa's maxima (D37).
insert into tariff_segment (code, description) values
    ('S1', 'basic GP care, with tariffs regulated by the NZa (basisvoorziening huisartsenzorg)'),
    ('S3', 'outcomes and innovation, with tariffs agreed per insurer (resultaatbeloning en zorgvernieuwing)');

insert into maximum_tariff (valid, segment, euro, source) values
    ('[2025-01-01,)', 'S1', 3.23,
     'NZa maximum tariff 2025 per ION and quarter; the yearly figure 12.93 is never divided');
