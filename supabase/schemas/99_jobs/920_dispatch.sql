-- Apart, so that no rider's row is held while the shift of another is paid.
select cron.schedule('linli-riders', '* * * * *', 'select private.watch_riders()');
select cron.schedule('linli-shifts', '* * * * *', 'select private.end_shifts()');
select cron.schedule('linli-learn', '7 * * * *', 'select private.learn_from_deliveries()');
