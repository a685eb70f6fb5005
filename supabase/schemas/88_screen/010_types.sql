create type public.screen_status as enum ('draft', 'published', 'archived');
comment on type public.screen_status is 'A resource has at most one draft and at most one published screen; older ones are archived.';

create type public.resource_template as enum ('ops_only', 'public_read', 'store_owned');
comment on type public.resource_template is 'Who may read and change the rows of a resource that was made without a deploy.';
