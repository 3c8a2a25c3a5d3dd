// The handles of the library's templates: one page serves the public site and the rooms of a council alike.
import { template } from '../../../platform/web/view.ts';
import type { AdditionsView, AdditionView, NewAdditionView, TakeOutView } from '../views/additions.ts';
import type { LikePageView, PassagePageView, SourcePageView } from '../views/like.ts';
import type { SearchView } from '../views/search.ts';

export const searchPage = template<SearchView>('library/search.njk');
export const passagePage = template<PassagePageView>('library/passage.njk');
export const likePage = template<LikePageView>('library/like.njk');
export const sourcePage = template<SourcePageView>('library/report.njk');
export const additionsPage = template<AdditionsView>('library/additions.njk');
export const newAdditionPage = template<NewAdditionView>('library/new-addition.njk');
export const additionPage = template<AdditionView>('library/addition.njk');
export const takeOutPage = template<TakeOutView>('library/take-out.njk');
