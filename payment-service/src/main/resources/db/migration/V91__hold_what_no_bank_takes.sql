-- Accounts that were approved before their texts were looked at as banks get them (D50): one that no bank takes is held,
-- and the others are paid. An account from which money came back because there is no such account is not paid again
-- before one is approved anew.
alter table payout_line drop constraint a_line_is_held_for_a_reason;
alter table payout_line add constraint a_line_is_held_for_a_reason
    check (held in ('NO_ACCOUNT', 'COOLING', 'ACCOUNT_TEXT', 'RETURNED'));
