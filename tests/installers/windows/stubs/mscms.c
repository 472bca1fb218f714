/* Colour profiles of the screen: there are none. */
__declspec(dllexport) void *GetColorProfileFromHandle(void) { return 0; }
__declspec(dllexport) void *CloseColorProfile(void) { return 0; }
__declspec(dllexport) void *WcsCreateIccProfile(void) { return 0; }
__declspec(dllexport) void *OpenColorProfileW(void) { return 0; }
