/** Keys of what is asked about customers. */
export const customerKeys = {
  all: ['customers'] as const,
  list: ['customers', 'list'] as const,
  page: (id: string) => ['customers', 'page', id] as const,
  notes: (id: string) => ['customers', 'notes', id] as const,
};
