import { defaultFields, screenModel } from './screen-model.ts';
import type { Definition, Resource } from './types.ts';

/** The definition that shows a resource as it is shown while nobody has designed it: where a designer begins. */
export function firstDefinition(resource: Resource): Definition {
  const model = screenModel(resource, null, '');
  return {
    format: 1,
    resource: resource.name,
    labels: resource.custom_labels ?? {},
    groups: [],
    fields: defaultFields(resource),
    list: { columns: model.listColumns.map(({ column }) => column.name), sort: model.sort },
  };
}
