/** Parquet files, behind hyparquet and hyparquet-writer. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

/** A column of numbers or of texts; null is an empty cell. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: 'DOUBLE' | 'STRING';
  readonly data: readonly (number | string | null)[];
}

/** The whole file. */
export const parquetOf = (columns: readonly ParquetColumn[]): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, type, data }) => ({ name, type, data: [...data], nullable: true })),
    }),
  );

/** The rows of a file, by column name. */
export async function readParquet(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const file = openSync(path, 'r');
  try {
    const { size } = statSync(path);
    const slice = (start: number, end = size): ArrayBuffer => {
      const bytes = new ArrayBuffer(end - start);
      readSync(file, new Uint8Array(bytes), 0, end - start, start);
      return bytes;
    };
    return await parquetReadObjects({ file: { byteLength: size, slice } });
  } finally {
    closeSync(file);
  }
}
