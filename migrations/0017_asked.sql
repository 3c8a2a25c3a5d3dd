-- What a published copy says of where its words come from. Null in copies made before this: they say nothing of it.
alter table published_recommendation
  -- report: read in the report. suggestion: advice in its prose, taken up by the council. council: added by the council.
  -- typed: the whole report was typed in by the council.
  add column origin text check (origin in ('report', 'suggestion', 'council', 'typed')),
  -- The council changed the words that were read.
  add column reworded boolean;
-- Numbers that were read in the report and are not in the copy: [{ group, numbers }].
alter table publication add column not_registered jsonb;
