create type public.content_place as enum ('home_banner', 'home_tile');
