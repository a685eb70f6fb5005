export const databasePackages: string[];
export function isInstalled(name: string): boolean;
export function installDebianPackages(command: string): Promise<void>;
