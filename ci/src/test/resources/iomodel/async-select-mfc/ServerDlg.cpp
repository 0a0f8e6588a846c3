#include "stdafx.h"
#include "ServerDlg.h"

IMPLEMENT_DYNAMIC(CServerDlg, CDialogEx)

BEGIN_MESSAGE_MAP(CServerDlg, CDialogEx)
	ON_WM_PAINT()
	ON_BN_CLICKED(IDC_START, &CServerDlg::OnStart)
END_MESSAGE_MAP()

void CServerDlg::OnStart()
{
	m_listen.Create(9000);
	m_listen.Listen();
}

void CListenSocket::OnAccept(int nErrorCode)
{
	CClientSocket* pClient = new CClientSocket;
	Accept(*pClient);
	CAsyncSocket::OnAccept(nErrorCode);
}

void CClientSocket::OnReceive(int nErrorCode)
{
	char buf[256];
	int n = Receive(buf, 256);
	Send(buf, n);
}
