create extension if not exists pg_cron with schema pg_catalog;
select cron.schedule('linli-minute', '* * * * *', 'select private.run_minute()');
select cron.schedule('linli-orders', '* * * * *', 'call private.run_due_orders()');
select cron.schedule('linli-day', '17 19 * * *', 'select private.run_day()');
select cron.schedule('linli-members', '37 19 * * *', 'select private.run_member_day()');
select cron.schedule('linli-ledger', '57 19 * * *', 'select private.snapshot_ledger()');
-- Providers have yesterday's statement ready by ten in the morning in China.
select cron.schedule('linli-reconcile', '30 3 * * *', $$select private.call_function('payment-reconcile')$$);
-- A statement is final when it is made; each city's night ends at another hour.
select cron.schedule('linli-invoices', '23 * * * *', 'select private.make_commission_invoices()');
-- A day's advertising is sold when it begins: soon after midnight, wherever the city is.
select cron.schedule('linli-ads', '3,33 * * * *', 'select private.run_ad_auctions()');
