-- Back-office lists follow these tables; everything else goes by private topics.
alter publication supabase_realtime add table public.categories, public.promotions, public.products, public.orders, public.tickets;

