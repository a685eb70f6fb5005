export type { Database, Enums, Json, Tables, TablesInsert, TablesUpdate } from './database.types.ts';
export { createLinliClient, type LinliClient } from './create-client.ts';
export { toDomainError, type DomainError } from './domain-error.ts';
export { loadAppConfig, type AppConfig } from './load-app-config.ts';
export { newKey } from './new-key.ts';
