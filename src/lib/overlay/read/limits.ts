/** How much of a reader's file is read at most. */
export interface Limits {
	/** Bytes of a file as it lies on the disk. */
	file: number;
	/** Bytes of a file once it is unpacked. */
	unpacked: number;
	rows: number;
}

export const limits: Limits = { file: 1 << 30, unpacked: 1 << 30, rows: 5_000_000 };
