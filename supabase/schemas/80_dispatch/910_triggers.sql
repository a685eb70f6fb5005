create trigger zones_add_dispatch_parameters
after insert on public.zones
for each row execute function private.add_dispatch_parameters();

create trigger zones_keep_parameter_change
after update on public.zones
for each row execute function private.keep_parameter_change();

create trigger dispatch_parameters_check
before insert or update on public.dispatch_parameters
for each row execute function private.check_dispatch_parameters();

create trigger dispatch_parameters_keep_change
after update on public.dispatch_parameters
for each row execute function private.keep_parameter_change();

create trigger road_edges_forget_travel
after insert or update or delete on private.road_edges
for each statement execute function private.forget_travel();
