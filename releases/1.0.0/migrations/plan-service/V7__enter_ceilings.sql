-- A quarter of each region and of the nation's 17 million ION more in each of the first four quarters (D16).
insert into admission_ceiling (from_quarter, percent, national_ion) values
    ('2023-04-01', 25, 4250000),
    ('2023-07-01', 50, 8500000),
    ('2023-10-01', 75, 12750000),
    ('2024-01-01', 100, 17000000);
