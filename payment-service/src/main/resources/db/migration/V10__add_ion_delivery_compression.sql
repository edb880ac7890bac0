-- How the content is packed on its way; its digest is that of the bytes as sent (D38).
alter table ion_delivery add column compression text not null default 'NONE',
    add constraint content_is_packed_in_a_known_way check (compression in ('NONE', 'GZIP'));
