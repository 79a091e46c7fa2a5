/** Words by which columns of names of places are called, alone or as a part of the name: “site_location”, “اسم المدينة”. */
const called =
	/^(?:.*[\s_.-])?(?:location|place|city|town|village|settlement|site|lieu|ville|localité|المكان|الموقع|المدينة|البلدة|القرية)(?:[\s_.-].*)?$/iu;

/** Whether a column is called as one of names of places is. */
export const isCalledPlace = (column: string): boolean => called.test(column.slice(0, 100));
