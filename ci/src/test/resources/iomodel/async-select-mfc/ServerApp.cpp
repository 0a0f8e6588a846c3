#include "stdafx.h"
#include "ServerDlg.h"

CServerApp theApp;

BOOL CServerApp::InitInstance()
{
	CWinApp::InitInstance();
	AfxSocketInit();
	CServerDlg dlg;
	dlg.DoModal();
	return FALSE;
}
