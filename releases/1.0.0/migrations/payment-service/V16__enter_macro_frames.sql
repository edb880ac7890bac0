-- What was announced for each year (D55).
insert into macro_frame (year, cents, source)
values (2023, 22000000000, 'macro frame of 220 million euro for 2023, as the scheme was announced');
