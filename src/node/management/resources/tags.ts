/** Tags of users and virtual hosts, which may be written as a list or as one text with commas. */
import type { Json } from '../json.ts';
import { badRequest } from '../reply.ts';

export function readTags(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  const tags = typeof value === 'string' ? value.split(',') : value;
  if (!Array.isArray(tags)) throw badRequest('tags should be a list or a string');
  const texts = tags.map((tag: Json) => String(tag).trim());
  return [...new Set(texts.filter((tag) => tag !== ''))];
}
