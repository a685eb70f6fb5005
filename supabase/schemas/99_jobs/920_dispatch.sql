select cron.schedule('linli-riders', '* * * * *', 'select private.watch_riders(), private.end_shifts()');
select cron.schedule('linli-learn', '7 * * * *', 'select private.learn_from_deliveries()');
