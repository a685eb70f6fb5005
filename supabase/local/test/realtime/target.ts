import { startTestPlatform } from '../support/platform.ts';
import { openDatabase } from './clients.ts';

/** The platform that all Realtime suites share, and a session as `postgres`. */
export const target = await startTestPlatform();
export const database = await openDatabase(target.dbUrl);
