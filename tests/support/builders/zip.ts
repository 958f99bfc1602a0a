import { crc32, deflateRawSync } from "node:zlib";

/** An entry of a zip as it may be written; what is not given is as an honest program writes it. */
export type WrittenEntry = {
  name: string;
  content: Uint8Array;
  claims?: number;
  checksum?: number;
  sharesWith?: number;
};

/** A zip written byte by byte, so that it can say what is not so, and let entries lie over each other. */
export function writtenZip(entries: readonly WrittenEntry[]): Uint8Array {
  const known = new Map<Uint8Array, { bytes: Buffer; crc: number }>();
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const { name, content, claims = content.length, checksum, sharesWith } of entries) {
    const { bytes, crc } = known.get(content) ?? {
      bytes: deflateRawSync(content, { level: 9 }),
      crc: crc32(content),
    };
    known.set(content, { bytes, crc });
    const written = Buffer.from(name);
    const offset = sharesWith === undefined ? at : (offsets[sharesWith] ?? 0);
    offsets.push(offset);
    if (sharesWith === undefined) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      local.writeUInt16LE(8, 8);
      local.writeUInt32LE(checksum ?? crc, 14);
      local.writeUInt32LE(bytes.length, 18);
      local.writeUInt32LE(claims, 22);
      local.writeUInt16LE(written.length, 26);
      parts.push(local, written, bytes);
      at += 30 + written.length + bytes.length;
    }
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(8, 10);
    head.writeUInt32LE(checksum ?? crc, 16);
    head.writeUInt32LE(bytes.length, 20);
    head.writeUInt32LE(claims, 24);
    head.writeUInt16LE(written.length, 28);
    head.writeUInt32LE(offset, 42);
    directory.push(head, written);
  }
  const end = Buffer.alloc(22);
  const listed = Buffer.concat(directory);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, listed, end]));
}

/** A zip of about 300 KB whose thousand entries are the same 10 MB, each said to have a thousand bytes. */
export function overlappingZip(entries = 1_000): Uint8Array {
  const content = new Uint8Array(10_000_000);
  return writtenZip([
    { name: "message-1.md", content, claims: 1_000 },
    ...Array.from({ length: entries - 1 }, (_, index) => ({
      name: `message-${index + 2}.md`,
      content,
      claims: 1_000,
      sharesWith: 0,
    })),
  ]);
}
