-- A proposal that cannot be computed ends (D46): tried three times in vain, its run is FAILED and in nobody's way. The
-- reason stands with the computation.
alter table payment_run
    drop constraint a_run_is_in_one_state,
    add constraint a_run_is_in_one_state
        check (state in ('COMPUTING', 'DRAFT', 'APPROVED', 'POSTED', 'WITHDRAWN', 'FAILED')),
    drop constraint a_run_has_a_proposal_once_it_is_computed,
    add constraint a_run_has_a_proposal_once_it_is_computed
        check (case when state in ('COMPUTING', 'FAILED') then proposal_hash is null when state = 'WITHDRAWN' then true
               else proposal_hash is not null end);
