/** Has the words of a record, a draft or a list looked for in another text, in a worker. */
import { trustOwnScripts } from '../../base/trusted';
import { askOnce } from '../../base/worker';
import type { FollowAnswer, FollowRequest } from '../../draft/follow.worker';

/** @throws the reason of the signal where it is aborted, and Error where the worker fails */
export function follow(request: FollowRequest, signal: AbortSignal): Promise<FollowAnswer> {
	trustOwnScripts();
	const start = () =>
		new Worker(new URL('../../draft/follow.worker.ts', import.meta.url), { type: 'module' });
	return askOnce<FollowRequest, FollowAnswer>(start, request, { signal });
}
