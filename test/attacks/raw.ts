// Requests as no browser sends them.
export interface Part {
  readonly name: string;
  readonly fileName?: string;
  readonly mediaType?: string;
  readonly body: string;
}

/** A multipart body, written by hand so that every part of it can lie. */
export function multipart(parts: readonly Part[]): { headers: Record<string, string>; payload: string } {
  const lines = parts.flatMap(({ name, fileName, mediaType, body }) => [
    '--limit',
    `content-disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}`,
    ...(mediaType === undefined ? [] : [`content-type: ${mediaType}`]),
    '',
    body,
  ]);
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=limit' },
    payload: [...lines, '--limit--', ''].join('\r\n'),
  };
}
