import { execFileSync } from 'node:child_process';

/** Runs a command of git and gives what it prints. @throws Error where git refuses */
export type Git = (...options: string[]) => string;

/** git in a folder. @param settings before the command, such as -c user.name=… */
export const gitIn =
	(directory: string, ...settings: string[]): Git =>
	(...options) =>
		execFileSync('git', ['-C', directory, ...settings, ...options], {
			encoding: 'utf8',
			maxBuffer: 2 ** 30,
			stdio: ['ignore', 'pipe', 'pipe']
		});

/** What is printed with -z, entry by entry. */
export const entriesOf = (printed: string): string[] => printed.split('\0').filter(Boolean);
