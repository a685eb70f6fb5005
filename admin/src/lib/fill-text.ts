/** Fills `{name}` places, as the database does when it sends; unknown places stay as they are. */
export function fillText(template: string, params: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}
