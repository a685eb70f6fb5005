import { after, before, describe } from 'node:test';
import { bootstrapSuite } from './api/bootstrap.ts';
import { gatewaySuite } from './api/gateway.ts';
import { jobsSuite } from './api/jobs.ts';
import { refineSuite } from './api/refine.ts';
import { restContractSuite } from './api/rest-contract.ts';
import { restSuite } from './api/rest.ts';
import { rpcSuite } from './api/rpc.ts';
import { storageSuite } from './api/storage.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

// One platform for all: starting it costs seconds, and the suites use tables of their own.
describe('the platform through supabase-js', { concurrency: false }, () => {
  let platform: TestPlatform | undefined;
  before(async () => {
    platform = await startTestPlatform();
  });
  after(() => platform?.stop());

  const shared = (): TestPlatform => {
    if (!platform) throw new Error('the platform did not start');
    return platform;
  };
  bootstrapSuite(shared);
  restContractSuite(shared);
  refineSuite(shared);
  restSuite(shared);
  rpcSuite(shared);
  storageSuite(shared);
  jobsSuite(shared);
  gatewaySuite(shared);
});
