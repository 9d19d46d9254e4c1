/** IDs of in-groups: VICIdial takes none shorter, and its column holds no more (vicidial_inbound_groups.group_id). */
export const INGROUP_ID = /^[\w-]{2,20}$/;
