/** Default size of the frame in CSS pixels; as high as the widget is at that width. */
export const FRAME_WIDTH = 480;
export const FRAME_HEIGHT = 790;

/** Height of the frame's short form. */
export const COMPACT_HEIGHT = 160;
